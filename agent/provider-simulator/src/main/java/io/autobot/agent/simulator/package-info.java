/**
 * LLM providers and GitHub on local ports, for tests of what watches HTTP clients and for the demo. The
 * {@link io.autobot.agent.simulator.Ledger} says what came and what was sent: the other side of every comparison with
 * our metrics, which is why nothing here uses the agent.
 *
 * <pre>{@code
 * try (ProviderSimulator simulator = ProviderSimulator.start()) {
 *     String base = simulator.url(Endpoint.OPENAI) + "/v1";      // or tlsUrl, with simulator.trust()
 *     simulator.next(Behaviour.OK.error(ErrorCase.RATE_LIMIT).retryAfter(2));
 *     ... calls of a real client ...
 *     Ledger ledger = simulator.ledger().settled();               // a client has its reply a moment earlier
 *     ledger.totals().get(new Ledger.Key("openai", "gpt-4o", "chat")).usage().input();
 * }
 * }</pre>
 *
 * <p><b>Behaviour</b>, the nearest word wins: a prefix of the path ({@code url(endpoint, behaviour)}), the queue
 * ({@code next}; GitHub's {@code rate_limit} and lists of models take nothing from it), the API key
 * ({@code sk-sim-401}), the model ({@code gpt-4o-sim-gzip_split-1}). Words are joined by an underscore:
 *
 * <ul>
 *   <li>refusals: an {@link io.autobot.agent.simulator.ErrorCase} ({@code 429}, {@code 429-quota},
 *       {@code 400-context}, ...), {@code midstream-N} with it, {@code retryafter-S}, {@code redirect-307},
 *       {@code filtered}, {@code reset-N}, {@code truncate-N}
 *   <li>bytes: {@code gzip}, {@code deflate}, {@code br}, {@code zstd}, {@code brokengzip}, {@code split-N},
 *       {@code random-SEED}, {@code crlf}, {@code cr}, {@code comments}, {@code multiline}, {@code bom},
 *       {@code type-text.plain}, {@code badutf8}, {@code deep-N}, {@code duplicates}, {@code huge-MIB},
 *       {@code longline-MIB}, {@code endless}
 *   <li>content: {@code nousage}, {@code nomodel}, {@code model-NAME}, {@code tools}, {@code usageintext},
 *       {@code audio}, {@code remaining-N}, {@code nolimits}, and figures: {@code fresh-N}, {@code cached-N},
 *       {@code write-N}, {@code visible-N}, {@code reasoning-N}
 *   <li>waits: {@code gatehead-NAME}, {@code gateat-N.NAME}, {@code gate-NAME}; a test opens
 *       {@code simulator.gate(NAME)}
 * </ul>
 *
 * <p><b>Figures</b> follow from the request alone and differ between requests. Input, cached, written into the cache,
 * output and reasoning lie in ranges of their own. A reply carries those that its provider has a place for, in that
 * provider's arithmetic; the ledger has them in ours, and only once the bytes that carry them were written.
 *
 * <p><b>A real name</b>: with {@code trust().hostsFile()} and {@code trust().jvmOptions()} a forked JVM reaches
 * {@code https://api.openai.com:PORT} here.
 *
 * <p><b>In a process of its own</b>: {@link io.autobot.agent.simulator.SimulatorMain}. Its admin port takes
 * {@code GET /ledger} and {@code /totals} (both wait until no exchange is open, unless {@code ?now=1}),
 * {@code POST /clear}, {@code POST /next?behaviour=WORDS[&endpoint=NAME]},
 * {@code POST /gates/NAME?open=1|pass=N|arrived=N} (the last waits until so many replies stand or stood there),
 * {@code GET /pem}, {@code POST /stop}.
 *
 * <p>A reset may take bytes back that were written before: hold the stream at a gate first, so that the client has
 * read them.
 */
package io.autobot.agent.simulator;
