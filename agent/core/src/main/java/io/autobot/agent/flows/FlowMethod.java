package io.autobot.agent.flows;

/**
 * A woven method.
 *
 * @param rule the one that means it
 * @param className the declaring class's name without package
 * @param classAndMethod both names with a dot between
 */
record FlowMethod(FlowRule rule, String className, String methodName, String classAndMethod) {}
