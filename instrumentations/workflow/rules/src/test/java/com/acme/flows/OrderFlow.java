package com.acme.flows;

import java.util.function.Supplier;

/** A workflow as an application might have written it. */
public class OrderFlow {
    private final OrderSteps steps = new OrderSteps();

    /** Not public, as most are. */
    record Order(String kind, Supplier<String> outcome) {}

    /** With a getter. */
    static final class Result {
        private final String status;

        Result(String status) {
            this.status = status;
        }

        public String getStatus() {
            return status;
        }
    }

    Result run(Order order) {
        steps.reserve();
        String outcome = order.outcome().get();
        steps.ship(outcome);
        return new Result(outcome);
    }

    /** Another overload, which no rule means. */
    Result run(Order order, int times) {
        Result last = null;
        for (int i = 0; i < times; i++) {
            last = run(order);
        }
        return last;
    }

    public static Object order(String kind, String outcome) {
        return new Order(kind, () -> outcome);
    }

    public static Object failing(String kind, RuntimeException failure) {
        return new Order(kind, () -> {
            throw failure;
        });
    }

    public static Object seen(String kind, Runnable seen) {
        return new Order(kind, () -> {
            seen.run();
            return "DONE";
        });
    }

    /** For who is not of this package. */
    public String handle(Object order) {
        return run((Order) order).getStatus();
    }

    public String handle(Object order, int times) {
        return run((Order) order, times).getStatus();
    }
}
