package com.example.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import redis.clients.jedis.exceptions.JedisDataException;

/** Comes again and again, looks at a few articles, sometimes buys one. */
final class Customer implements Runnable {
    private static final int VISITORS = 200;

    private final Catalogue catalogue;
    private final Sessions sessions;
    private final Orders orders;
    private final Recommendations recommendations;
    private final Random random;

    Customer(Catalogue catalogue, Sessions sessions, Orders orders, Recommendations recommendations, Random random) {
        this.catalogue = catalogue;
        this.sessions = sessions;
        this.orders = orders;
        this.recommendations = recommendations;
        this.random = random;
    }

    @Override
    public void run() {
        Shop.guarded(this::visit);
    }

    private void visit() {
        String visitor = "visitor-" + random.nextInt(VISITORS);
        sessions.open(visitor);
        int article = 0;
        List<String> seen = new ArrayList<>();
        for (int looks = 1 + random.nextInt(3); looks > 0; looks--) {
            article = popular();
            catalogue.article(article);
            seen.add("article-" + article);
        }
        recommendations.lookedAt(seen);
        recommendations.beside("article-" + article);
        catalogue.stock(article);
        if (random.nextInt(10) == 0) {
            orders.place(visitor, article);
        }
        if (random.nextInt(100) == 0) {
            redeem();
        }
    }

    /** A fault as old services have them: the key it counts on holds something else. */
    private void redeem() {
        try {
            catalogue.countVoucher();
        } catch (JedisDataException wrongType) {
            // Nobody has noticed yet.
        }
    }

    /** Some articles are looked at much more often than others. */
    private int popular() {
        double skewed = random.nextDouble() * random.nextDouble();
        return (int) (skewed * Catalogue.ARTICLES);
    }
}
