package io.autobot.agent.config;

import io.autobot.agent.log.AgentLog;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The schema: every key there is. {@code docs/configuration.md} is generated from it. A key enters with the code
 * that reads it.
 */
public final class Options {
    /** A host as one writes it, an IPv6 address in brackets, with a port if one is meant. */
    private static final String HOST = "([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(:[1-9]\\d{0,4})?";

    private static final String PROVIDER = "[a-z0-9_.-]{1,40}";

    public static final Option<Boolean> ENABLED =
            new Option<>("enabled", Boolean.class, true, "`false` turns the agent off entirely.");

    public static final Option<File> CONFIG = new Option<File>(
                    "config",
                    File.class,
                    null,
                    "The YAML file to read. Without it, `autobot-agent.yaml` beside the agent's jar is read if it exists.")
            .namesFile()
            .example("/etc/autobot-agent.yaml");

    public static final Option<AgentLog.Level> LOG_LEVEL = new Option<>(
            "log.level", AgentLog.Level.class, AgentLog.Level.INFO, "The lowest level of the agent's lines on stderr.");

    public static final Option<Boolean> ENDPOINT_ENABLED =
            new Option<>("endpoint.enabled", Boolean.class, true, "Whether the agent serves its HTTP endpoint.");

    public static final Option<String> ENDPOINT_HOST = new Option<>(
                    "endpoint.host", String.class, "0.0.0.0", "The address that the endpoint listens on.")
            .shortForm("host")
            .example("127.0.0.1");

    public static final Option<Integer> ENDPOINT_PORT = new Option<>(
                    "endpoint.port",
                    Integer.class,
                    9465,
                    "The port of the endpoint. 0 takes a free one; the start line names it.")
            .range(0, 65_535)
            .shortForm("port");

    public static final Option<String> ENDPOINT_USERNAME = new Option<String>(
                    "endpoint.username",
                    String.class,
                    null,
                    "The user name for basic authentication, which needs a password too.")
            .example("prometheus");

    public static final Option<String> ENDPOINT_PASSWORD = new Option<String>(
                    "endpoint.password",
                    String.class,
                    null,
                    "The password for basic authentication. Wins over `endpoint.password-file`.")
            .secret();

    public static final Option<File> ENDPOINT_PASSWORD_FILE = new Option<File>(
                    "endpoint.password-file",
                    File.class,
                    null,
                    "A file whose first line is the password for basic authentication.")
            .example("/run/secrets/scrape");

    public static final Option<Boolean> ENDPOINT_HEALTH_OPEN = new Option<>(
            "endpoint.health-open",
            Boolean.class,
            true,
            "Whether the health page answers without basic authentication.");

    public static final Option<File> ENDPOINT_FILE_SD = new Option<File>(
                    "endpoint.file-sd",
                    File.class,
                    null,
                    "A file to write the endpoint's address into, as a target file for Prometheus' `file_sd_configs`; for port 0 and for many JVMs on one host.")
            .example("/var/lib/prometheus/targets/service.json");

    public static final Option<File> ENDPOINT_TLS_KEYSTORE = new Option<File>(
                    "endpoint.tls.keystore",
                    File.class,
                    null,
                    "A key store with the endpoint's certificate and key; with it the endpoint speaks HTTPS.")
            .example("/etc/autobot/endpoint.p12");

    public static final Option<String> ENDPOINT_TLS_KEYSTORE_TYPE =
            new Option<>("endpoint.tls.keystore-type", String.class, "PKCS12", "The type of the key store.");

    public static final Option<String> ENDPOINT_TLS_KEYSTORE_PASSWORD = new Option<String>(
                    "endpoint.tls.keystore-password",
                    String.class,
                    null,
                    "The password of the key store. Wins over `endpoint.tls.keystore-password-file`.")
            .secret();

    public static final Option<File> ENDPOINT_TLS_KEYSTORE_PASSWORD_FILE = new Option<File>(
                    "endpoint.tls.keystore-password-file",
                    File.class,
                    null,
                    "A file whose first line is the password of the key store.")
            .example("/run/secrets/keystore");

    public static final Option<ClientAuth> ENDPOINT_TLS_CLIENT_AUTH = new Option<>(
            "endpoint.tls.client-auth",
            ClientAuth.class,
            ClientAuth.NONE,
            "Whether a client must show a certificate that the key store trusts.");

    public static final Option<Boolean> INSTRUMENTATIONS_DEFAULT_ENABLED = new Option<>(
            "instrumentations.default-enabled",
            Boolean.class,
            true,
            "`false` turns off every instrumentation that is not turned on by its own key or its group's.");

    public static final Option<Boolean> INSTRUMENTATION_ENABLED = new Option<Boolean>(
                    "instrumentations.<name>.enabled",
                    Boolean.class,
                    null,
                    "Turns one instrumentation (such as `jedis`) or a whole group (such as `redis`) on or off; an instrumentation's own key beats its group's.")
            .example("false");

    public static final Option<Integer> METRICS_MAX_SERIES_PER_FAMILY = new Option<>(
                    "metrics.max-series-per-family",
                    Integer.class,
                    1_000,
                    "The most series one metric family may hold; past it, further label values become `other`.")
            .range(10, Integer.MAX_VALUE);

    public static final Option<double[]> METRICS_BUCKETS = new Option<double[]>(
                    "metrics.buckets.<family>",
                    double[].class,
                    null,
                    "The upper bounds of a histogram's buckets in place of the built-in ones.")
            .example("0.001;0.01;0.1");

    public static final Option<Map<String, String>> REDIS_DATABASES = new Option<>(
                    "redis.databases",
                    Map.class,
                    Map.<String, String>of(),
                    "Names for Redis databases, used as the `database` label: by index, or by host, port and index, of which the latter wins. Others are `main` for index 0 and `db<n>` for index n.")
            .entries("[host:port/]index to a name", "(.+:\\d{1,15}/)?\\d{1,15}", ".+")
            .example("0->sessions;cache.internal:6379/1->cache");

    public static final Option<Boolean> REDIS_SERVER_STATS_ENABLED = new Option<>(
            "redis.server-stats.enabled",
            Boolean.class,
            true,
            "Whether the agent asks each Redis server for its memory and keys, over a connection of its own.");

    public static final Option<Duration> REDIS_SERVER_STATS_INTERVAL = new Option<>(
                    "redis.server-stats.interval", Duration.class, Duration.ofSeconds(30), "How often it asks.")
            .range(1_000, 86_400_000);

    public static final Option<Map<String, String>> LLM_HOSTS = new Option<>(
                    "llm.hosts",
                    Map.class,
                    Map.<String, String>of(),
                    "Which provider answers at a host that the agent does not know, such as a gateway: used as the `provider` label, and for the prices. With a port only that port is meant.")
            .entries("host[:port] to a provider's name (a to z, 0 to 9, _ . -, at most 40 characters)", HOST, PROVIDER)
            .example("llm.internal:4000->openai;gpu.internal->our-models");

    public static final Option<File> LLM_PRICES = new Option<File>(
                    "llm.prices",
                    File.class,
                    null,
                    "A file with prices of models, see above. Its rows go before the built-in ones.")
            .example("/etc/autobot/llm-prices.csv");

    public static final Option<Map<String, String>> LLM_QUOTAS = new Option<>(
                    "llm.quotas",
                    Map.class,
                    Map.<String, String>of(),
                    "How many requests a provider may get in a day or month (UTC). Nothing is held back: the requests of this JVM since its start are shown beside the limit.")
            .entries(
                    "provider/daily or provider/monthly to a number of requests",
                    PROVIDER + "/(daily|monthly)",
                    "[1-9]\\d{0,14}")
            .example("openai/daily->10000;anthropic/monthly->200000");

    public static final Option<Integer> LLM_AVAILABILITY_FAILURES = new Option<>(
                    "llm.availability-failures",
                    Integer.class,
                    3,
                    "After how many failures in a row (no connection, timeout, 5xx, overloaded) a provider counts as not available.")
            .range(1, 1_000);

    public static final Option<Boolean> LLM_OLLAMA_POLL_ENABLED = new Option<>(
            "llm.ollama-poll.enabled",
            Boolean.class,
            true,
            "Whether the agent asks each Ollama server that the application calls for the models in its memory (`GET /api/ps`, without credentials or proxy).");

    public static final Option<Duration> LLM_OLLAMA_POLL_INTERVAL = new Option<>(
                    "llm.ollama-poll.interval", Duration.class, Duration.ofSeconds(30), "How often it asks.")
            .range(1_000, 86_400_000);

    public static final Option<List<String>> GITHUB_HOSTS = new Option<>(
                    "github.hosts",
                    List.class,
                    List.<String>of(),
                    "Hosts of GitHub Enterprise servers of your own. GitHub's own hosts are known without.")
            .items("hosts, each host[:port]", HOST)
            .example("github.example.com;ghe.internal:8443");

    public static final Option<Duration> EXECUTORS_DELAY = new Option<>(
                    "executors.delay",
                    Duration.class,
                    Duration.ofSeconds(1),
                    "How long after the agent's start the JVM's own executors are instrumented; a JVM that ends before pays nothing for it.")
            .range(0, 3_600_000);

    public static final Option<List<String>> EXECUTORS_EXCLUDE = new Option<>(
                    "executors.exclude",
                    List.class,
                    List.<String>of(),
                    "Tasks of executors that do not count, beside those of well-known libraries: what the name of their class, or that of the thread that runs them, begins with.")
            .items("beginnings of names", ".+")
            .example("com.example.internal.;heartbeat");

    /** All of the above, in the order of the documentation. */
    public static final List<Option<?>> ALL = List.of(
            ENABLED,
            CONFIG,
            LOG_LEVEL,
            ENDPOINT_ENABLED,
            ENDPOINT_HOST,
            ENDPOINT_PORT,
            ENDPOINT_USERNAME,
            ENDPOINT_PASSWORD,
            ENDPOINT_PASSWORD_FILE,
            ENDPOINT_HEALTH_OPEN,
            ENDPOINT_FILE_SD,
            ENDPOINT_TLS_KEYSTORE,
            ENDPOINT_TLS_KEYSTORE_TYPE,
            ENDPOINT_TLS_KEYSTORE_PASSWORD,
            ENDPOINT_TLS_KEYSTORE_PASSWORD_FILE,
            ENDPOINT_TLS_CLIENT_AUTH,
            INSTRUMENTATIONS_DEFAULT_ENABLED,
            INSTRUMENTATION_ENABLED,
            METRICS_MAX_SERIES_PER_FAMILY,
            METRICS_BUCKETS,
            REDIS_DATABASES,
            REDIS_SERVER_STATS_ENABLED,
            REDIS_SERVER_STATS_INTERVAL,
            LLM_HOSTS,
            LLM_PRICES,
            LLM_QUOTAS,
            LLM_AVAILABILITY_FAILURES,
            LLM_OLLAMA_POLL_ENABLED,
            LLM_OLLAMA_POLL_INTERVAL,
            GITHUB_HOSTS,
            EXECUTORS_DELAY,
            EXECUTORS_EXCLUDE);

    private Options() {}
}
