package io.autobot.agent.benchmarks.program.llm;

import java.net.URI;

/** An HTTP client as an application uses it to ask a model. For one thread. */
interface LlmClient {
    /**
     * Posts JSON and hands the reply's body on, piece by piece as it arrives. Returns after the last one.
     *
     * @param uri of the provider, with what is to be done in the path
     */
    void post(URI uri, byte[] body, ReplyPieces reply) throws Exception;

    /** The client of this instrumentation. */
    static LlmClient of(String instrumentation) throws Exception {
        return switch (instrumentation) {
            case "java-http-client" -> new JavaHttp();
            case "http-url-connection" -> new UrlConnection();
            case "okhttp" -> new OkHttp();
            case "apache-httpclient-5" -> new Apache5();
            case "apache-httpclient-4" -> new Apache4();
            case "reactor-netty" -> new ReactorNetty();
            case "jetty-client" -> new JettyClient();
            case "vertx-http" -> new VertxHttp();
            case "aws-sdk" -> new AwsSdk();
            default -> throw new IllegalArgumentException(instrumentation);
        };
    }
}
