package io.autobot.agent.llm;

/**
 * Where a call goes.
 *
 * @param provider the value of the {@code provider} label
 * @param model as the path names it, {@code null} if the body does
 * @param local whether it is on this machine or in its private network
 * @param certain whether host and path leave no doubt; else the call counts once request or reply has shown itself as
 *     one of an LLM
 * @param streams whether the path asks for a stream, whatever the reply calls itself
 */
record LlmEndpoint(String provider, RequestType type, String model, boolean local, boolean certain, boolean streams) {}
