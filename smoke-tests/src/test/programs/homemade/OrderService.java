package homemade;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A service with flows of its own, without any library. */
public class OrderService {
    record Order(String kind, int items) {}

    record Result(State state) {}

    enum State {
        SHIPPED,
        OUT_OF_STOCK
    }

    private final Stock stock = new Stock();

    Result run(Order order) {
        return new Result(stock.take(order.items()) ? State.SHIPPED : State.OUT_OF_STOCK);
    }

    CompletableFuture<Void> archive(Order order) {
        return CompletableFuture.runAsync(() -> {
            if (order.items() < 0) {
                throw new IllegalArgumentException();
            }
        });
    }

    boolean approve(Order order) {
        return order.items() < 3;
    }

    /** What the steps work with. */
    static final class Stock {
        private int left = 5;

        boolean take(int items) {
            if (items < 0) {
                throw new IllegalArgumentException();
            }
            boolean enough = items <= left;
            left -= enough ? items : 0;
            return enough;
        }
    }

    public static void main(String[] args) throws Exception {
        OrderService service = new OrderService();
        int failed = 0;
        for (Order order : List.of(
                new Order("retail", 2), new Order("retail", 4), new Order("wholesale", 3), new Order("retail", -1))) {
            try {
                System.out.println("seen " + order.kind() + " " + service.run(order).state());
            } catch (IllegalArgumentException refused) {
                System.out.println("seen " + order.kind() + " FAILED");
            }
            System.out.println("seen approval " + service.approve(order));
            failed += service.archive(order).handle((done, thrown) -> thrown == null ? 0 : 1).join();
        }
        System.out.println("seen archive " + failed);
        System.out.println("ready");
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }
}
