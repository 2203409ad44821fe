/** The rules of the configuration that tie methods of an application to what they are: their language, read and checked. */
package io.autobot.agent.rules;
