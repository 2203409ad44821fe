package io.autobot.agent.instrumentation.httpurlconnection;

import static io.autobot.agent.spi.MethodMatch.constructor;
import static io.autobot.agent.spi.MethodMatch.method;

import io.autobot.agent.spi.Description;
import io.autobot.agent.spi.Instrumentation;
import io.autobot.agent.status.Group;

/**
 * The JDK's {@code java.net.HttpURLConnection}, with {@code https} too: its connection hands all on to one that extends
 * the class hooked here. A call begins when the application first connects, or asks for either stream; redirects and
 * authentication are within that. The stream that the application reads is made once, for the final reply, and is given
 * an observed one to read from; streams of the application's are the JDK's own. Read in JDK 17 and 25.
 */
public final class HttpUrlConnectionInstrumentation implements Instrumentation {
    private static final String CONNECTION = "sun.net.www.protocol.http.HttpURLConnection";

    @Override
    public void describe(Description connection) {
        connection
                .name("http-url-connection")
                .feeds(Group.LLM, Group.GITHUB)
                .inGroup(Group.HTTP)
                .library("java:java.base", "17", "25");
        connection
                .type(CONNECTION)
                .on(method("connect").takes(), ConnectAdvice.class)
                .on(method("getOutputStream0").takes(), OutputAdvice.class)
                .on(method("getInputStream0").takes(), InputAdvice.class)
                .on(method("writeRequests").takes(), RequestAdvice.class)
                .on(method("disconnect").takes(), DisconnectAdvice.class);
        connection.type(CONNECTION + "$HttpInputStream").on(constructor(), ReplyAdvice.class);
        connection
                .type(CONNECTION + "$StreamingOutputStream")
                .on(method("write").takes("int"), WriteOneAdvice.class)
                .on(method("write").takes("byte[]", "int", "int"), WriteAdvice.class)
                .on(method("close").takes(), WrittenAdvice.class);
        connection
                .type("sun.net.www.protocol.https.HttpsURLConnectionImpl")
                .on(method("connect").takes(), SecureConnectAdvice.class);
    }
}
