/** How documents are wrapped on the wire: one after another, as server-sent events, in AWS event-stream frames. */
package io.autobot.agent.framing;
