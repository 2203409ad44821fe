package io.autobot.agent.llm;

/**
 * One row of a price table. Immutable.
 *
 * @param provider the provider's name, as in the {@code provider} label
 * @param pattern which models, and what they are called
 * @param price what they cost
 * @param asOf the day on which somebody looked the price up, as {@code 2026-08-01}; empty if it is not told
 */
record PriceRow(String provider, ModelPattern pattern, Price price, String asOf) {}
