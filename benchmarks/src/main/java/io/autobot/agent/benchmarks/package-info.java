/**
 * What the agent costs. Each benchmark starts unchanged programs in JVMs of their own, without an agent, with ours and
 * with others, in turn, and prints medians. Run by {@code benchmarks/run}, never by the build.
 */
package io.autobot.agent.benchmarks;
