/** Reading single values out of JSON as its bytes go by, in constant memory and without ever holding a document. */
package io.autobot.agent.json;
