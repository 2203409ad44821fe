/** What a workflow is, for every engine: runs, steps and approvals, and the numbers made of them. */
package io.autobot.agent.workflow;
