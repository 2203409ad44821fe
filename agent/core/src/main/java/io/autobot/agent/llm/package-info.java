/**
 * LLM providers, read off the wire: {@link io.autobot.agent.llm.LlmProtocol} knows them by host and path,
 * {@link io.autobot.agent.llm.LlmCall} follows one call, {@link io.autobot.agent.llm.LlmMetrics} counts. No prompt, reply
 * text, key or header value is kept beyond the figures and the model's name.
 */
package io.autobot.agent.llm;
