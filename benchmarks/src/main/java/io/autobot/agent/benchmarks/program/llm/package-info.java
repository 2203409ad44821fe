/**
 * Calls to an LLM provider through each HTTP client, and the provider, which runs in a JVM of its own. One class for one
 * client, written as an application would use it.
 */
package io.autobot.agent.benchmarks.program.llm;
