package io.autobot.agent.github;

/**
 * What one call is.
 *
 * @param operation the value of the {@code operation} label
 * @param action what it does to the repository
 * @param repository {@code owner/name}, {@code null} for a call that is about none
 * @param resource the limit that it uses up where the reply does not say: core, search, graphql
 */
record GithubRoute(String operation, GithubAction action, String repository, String resource) {}
