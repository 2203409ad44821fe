/**
 * GitHub's REST and GraphQL API, read off the wire: {@link io.autobot.agent.github.GithubProtocol} knows its calls,
 * {@link io.autobot.agent.github.GithubRoutes} names them, {@link io.autobot.agent.github.GithubMetrics} counts.
 */
package io.autobot.agent.github;
