/**
 * HTTP as the agent sees it, whatever client library carries it: a {@link io.autobot.agent.http.HttpTransport} says that
 * an exchange begins, a {@link io.autobot.agent.http.HttpProtocol} may claim it, and what was claimed is read as its
 * bytes go by. Nothing is kept, changed or held back, and nothing here throws at its caller.
 */
package io.autobot.agent.http;
