package com.acme.flows;

import java.util.concurrent.Future;
import kotlin.coroutines.Continuation;

/** What rules get wrong. */
public class Odd {
    public void named(Object name) {}

    public void numbered(int number) {}

    public String worded(String word) {
        return word;
    }

    public void typed(String type) {}

    public Object suspending(Continuation continuation) {
        return null;
    }

    public Future<String> future(Future<String> result) {
        return result;
    }

    public static void fixed() {}

    /** Code is elsewhere. */
    public interface Contract {
        void fulfil();
    }

    public static final class Fulfilment implements Contract {
        @Override
        public void fulfil() {}
    }

    /** Something to ask. */
    public static class Named {
        public String getName() {
            return "asked";
        }

        public int number() {
            return 1;
        }

        public String failing() {
            throw new UnsupportedOperationException();
        }
    }
}
