package io.autobot.agent.llm;

/**
 * What one call cost: by the gateway's own word, else by the price table, else nothing where the model is local. A
 * gateway's sum for all is split as the table's prices would, or by tokens where there are none, so that input and
 * output add up to it.
 */
final class LlmCost {
    private final LlmReply reply;
    private final Price price;
    private final boolean local;

    /** @param price {@code null} if the table has none */
    LlmCost(LlmReply reply, Price price, boolean local) {
        this.reply = reply;
        this.price = price;
        this.local = local;
    }

    void into(LlmModel model, long input, long output) {
        // Who bills other than it counts names both.
        boolean billed = reply.billedInput() >= 0 || reply.billedOutput() >= 0;
        double in = price == null
                ? Double.NaN
                : billed
                        ? price.inputCost(Math.max(0, reply.billedInput()), 0, 0)
                        : price.inputCost(input, reply.cachedInput(), reply.cacheWrite());
        double out = price == null ? Double.NaN : price.outputCost(billed ? Math.max(0, reply.billedOutput()) : output);
        double whole = reply.cost();
        if (whole >= 0) {
            double part = part(whole, in, out, input, output);
            model.cost(part, whole - part);
        } else if (price != null) {
            model.cost(in, out);
        } else if (local) {
            model.cost(0, 0);
        } else {
            model.unpriced(input + output);
        }
    }

    private double part(double whole, double in, double out, long input, long output) {
        if (reply.inputCost() >= 0 && reply.outputCost() >= 0) {
            // What is neither, such as a fee for the call, goes with the input.
            return Math.max(0, whole - reply.outputCost());
        }
        if (in + out > 0) {
            return whole * in / (in + out);
        }
        return input + output == 0 ? whole : whole * input / (input + output);
    }
}
