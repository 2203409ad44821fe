package io.autobot.agent.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Renders {@code docs/configuration.md} from the schema. */
final class ConfigurationDocs {
    private static final String HEAD = """
            # Configuration

            Generated from the schema (`io.autobot.agent.config.Options`).

            Nothing has to be configured. What is, may come from four places; an earlier one wins:

            1. agent arguments: `-javaagent:autobot-agent.jar=port=9470,log.level=warn`
            2. system properties `autobot.<key>`: `-Dautobot.endpoint.port=9470`
            3. environment variables `AUTOBOT_<KEY>`, upper case, `_` for `.` and `-`: `AUTOBOT_ENDPOINT_PORT=9470`
            4. a YAML file: the one that `config` names, else `autobot-agent.yaml` beside the agent's jar

            A key that is written wrong, a value that is, a file that cannot be read: each is one line on stderr and on \
            the health page that says where it stands and what is meant; the rest of the configuration holds, and for a \
            wrong value the next source's. An unknown name that starts with `AUTOBOT_` may be meant for somebody else: \
            the health page and `check-config` show it, stderr does not.

            ## Example

            ```yaml
            endpoint:
              host: 127.0.0.1
              port: 9470
            instrumentations:
              jedis.enabled: true
            metrics.buckets.autobot_redis_operation_latency_seconds: [0.0005, 0.001, 0.01, 0.1, 1]
            redis:
              databases:
                0: sessions
                cache.internal:6379/1: cache
            ```

            The same as agent arguments, in one line:

            ```
            -javaagent:autobot-agent.jar=host=127.0.0.1,port=9470,instrumentations.jedis.enabled=true,\
            metrics.buckets.autobot_redis_operation_latency_seconds=0.0005;0.001;0.01;0.1;1,\
            redis.databases=0->sessions;cache.internal:6379/1->cache
            ```

            ## How to write values

            - The same in all sources. In YAML, keys may be nested, dotted, or both.
            - A list outside YAML is `a;b`, a map is `k->v;k->v`. A list replaces one of a weaker source; maps merge \
            entry by entry.
            - In agent arguments `\\,` stands for a comma within a value.
            - true and false may be written `yes`, `on`, `no`, `off`. Durations carry a unit: `500ms`, `30s`, `2m`, `1h`.
            - Paths that are not absolute start from the working directory of the JVM.
            - An environment variable that is set to nothing, and a YAML key without a value, count as not set.
            - Secrets come from the environment or from a file of their own, because command lines and configuration \
            files are seen by too many.
            - The YAML file is UTF-8, of at most 1 MiB and one document, without aliases and tags.

            `java -jar autobot-agent.jar check-config <file>` checks a file.

            ## Prices of models

            Costs are tokens times the prices of a table in the agent. A file that `llm.prices` names puts rows of your \
            own before it, for models the table lacks, for your contract, or for a provider that you named in `llm.hosts`:

            ```csv
            provider,model_pattern,input_usd_per_mtok,output_usd_per_mtok,cached_input_usd_per_mtok,cache_write_usd_per_mtok,canonical
            openai,gpt-4o(-\\d{4}-\\d{2}-\\d{2})?,2.25,9,1.1,,gpt-4o
            our-models,"our-llm-v(\\d{1,2}).*",0,0,,,our-llm-v$1
            ```

            - Prices are US dollars per million tokens. An empty price for input that the provider read from or wrote to \
            its cache means that of all input.
            - `model_pattern` is a Java regular expression for the whole name that the provider reports, in any case. The \
            first row of a provider that matches holds. A group may be made optional (`?`) but not repeated.
            - `canonical` is the `model` label for what matches, with `$1` for the first group (in lower case); \
            empty keeps the name.
            - The first line may leave columns out or put them in another order; without it they are as in the agent's own \
            table: the first six of above, `source`, `as_of`, `canonical`, of which the last five may be missing.
            - `#` starts a comment. `#replace` as the first line means that the built-in rows are not wanted.
            - A row that is wrong is one line on stderr and on the health page, and skipped. The limits are 1 MiB and 2000 \
            rows.

            ## Rules for code of your own

            What no library tells the agent, a rule can: that a method of yours is a workflow, a step of one, an \
            approval by people, or a task. A rule has a name of your choice and a few fields; \
            [tasks and workflows](tasks-and-workflows.md#flows-of-your-own) shows them at work.

            ```yaml
            rules:
              orders:
                kind: workflow
                method: com.acme.OrderFlow.run(Order)
                type: $1.kind
                status: $return.state
                words: {BROKEN: failed}
              order-steps:
                kind: step
                method: com.acme.orders.*Step.execute
                type: class
            ```

            The same as agent arguments (system properties likewise, each after `-Dautobot.`), and the first rule alone as \
            environment variable:

            ```
            rules.orders.kind=workflow,rules.orders.method=com.acme.OrderFlow.run(Order),rules.orders.type=$1.kind,\
            rules.orders.status=$return.state,rules.orders.words=BROKEN->failed,\
            rules.order-steps.kind=step,rules.order-steps.method=com.acme.orders.*Step.execute,rules.order-steps.type=class

            AUTOBOT_RULES=orders.kind->workflow;orders.method->com.acme.OrderFlow.run(Order);orders.type->$1.kind;\
            orders.status->$return.state;orders.words.BROKEN->failed
            ```

            | field | what it says |
            |---|---|
            | `kind` | `workflow`, `step`, `approval` or `task`. |
            | `method` | Class and method, `com.acme.OrderFlow.run`. `*` stands for any characters in either, after a \
            package; a nested class is `Outer$Inner`. Types in parentheses, in full or by their last name, pick an \
            overload: `run(String,int)`, `run()`; `*` is any type. |
            | `type` | The name of what it is, the label `workflow_type`, `step_type` or `task_type`. Without it: of a \
            workflow `class`, of a step `method`, of a task `class.method`. An approval has none. |
            | `workflow` | Of a step or approval, to which type of workflow it belongs. Without it: the one that a rule \
            sees under way on the same thread, else `unknown`. |
            | `agent` | Of a task, who runs it, the label `agent_type`. Without it: the name of the thread without its \
            number. |
            | `status` | What of the return value says how it ended: `$return`, `$return.status`. Without it, an exception \
            is a failure and everything else a success. |
            | `decision` | Of an approval, what says what was decided: `$return` (as without it), `$2`, each with getters; \
            or always the same, such as `requested`. |
            | `words` | What words of the status or decision mean, for others than the usual ones. |

            A value (`type`, `workflow`, `agent`) is one of

            - a plain name, which it then always is (`"class"` in quotes of its own if it would mean something else);
            - `class`, the name of the class of the object that is called, without package; `method`; `class.method`;
            - `$1`, `$2`, ...: an argument, as the call begins; `$this`: the object that is called; `$return`: what comes \
            back (`type` only). Each may be followed by getters, at most four: `$1.order.kind` asks `order()`, \
            `getOrder()` or `isOrder()`, then the same for `kind`. Nothing else of your objects is called.

            Texts, enums, booleans and classes serve as names. At most 100 different values of a rule count by name, \
            further ones as `other`; so do ids, numbers and texts of more than 64 characters.

            ## Keys

            | key | what it does | values | default |
            |---|---|---|---|
            """;

    private ConfigurationDocs() {}

    static String render() {
        StringBuilder page = new StringBuilder(HEAD);
        for (Option<?> option : Options.ALL) {
            page.append("| `").append(option.key()).append("` | ").append(option.help());
            if (option.shortForm() != null) {
                page.append(" In agent arguments also `")
                        .append(option.shortForm())
                        .append("`.");
            }
            if (option.isSecret()) {
                page.append(" Environment only: `")
                        .append(Source.environmentName(option.key()))
                        .append("`.");
            } else if (!option.allowedIn(Source.FILE)) {
                page.append(" Not in the file itself.");
            }
            page.append(" | ").append(values(option)).append(" | ").append(defaultValue(option.defaultValue()));
            page.append(" |\n");
        }
        return page.toString();
    }

    private static String values(Option<?> option) {
        String form = option.form().replace("|", "\\|");
        boolean shows = option.example() == null || form.contains(option.example());
        return shows ? form : form + ", such as `" + option.example() + "`";
    }

    private static String defaultValue(Object value) {
        if (value == null || value instanceof Map<?, ?> || value instanceof List<?>) {
            return "-";
        }
        if (value instanceof Duration duration) {
            return "`" + Values.text(duration) + "`";
        }
        String text = value.toString();
        return "`" + (value instanceof Enum<?> ? text.toLowerCase(Locale.ROOT) : text) + "`";
    }
}
