package io.autobot.agent.endpoint;

import io.autobot.agent.status.InstrumentationStatus;

/** The page for people: what runs here, whether it works, and where the rest is. */
final class HomePage {
    private static final String HEAD = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<title>autobot-agent</title><style>body{font-family:sans-serif;margin:2em}"
            + "td,th{padding:.2em 1em .2em 0;text-align:left}</style></head><body>";

    private HomePage() {}

    static Response response(HealthReport health) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("<h1>autobot-agent ").append(escape(health.version())).append("</h1><p>");
        link(page, Router.METRICS, "metrics");
        page.append(" &middot; ");
        link(page, Router.HEALTH, "health");
        page.append("</p><table><tr><th>instrumentation<th>state<th>library<th>reason</tr>");
        for (InstrumentationStatus status : health.instrumentations()) {
            page.append("<tr><td>").append(escape(status.name()));
            page.append("<td>").append(status.state().id());
            page.append("<td>").append(escape(status.libraryVersion()));
            page.append("<td>").append(status.reason().id());
            if (!status.message().isEmpty()) {
                page.append(": ").append(escape(status.message()));
            }
            page.append("</tr>");
        }
        return Response.of(
                200,
                "text/html; charset=utf-8",
                page.append("</table></body></html>\n").toString());
    }

    private static void link(StringBuilder page, String path, String text) {
        page.append("<a href=\"").append(path).append("\">").append(text).append("</a>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
