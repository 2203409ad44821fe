/** The rules of the configuration at work: calls of methods that are workflows, steps, approvals or tasks. */
package io.autobot.agent.flows;
