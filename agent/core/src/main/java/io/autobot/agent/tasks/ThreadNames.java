package io.autobot.agent.tasks;

/** What of a thread's name is common to its pool. Any thread; nothing is allocated. */
final class ThreadNames {
    private static final String SEPARATORS = "-_#.:/ [](){}";
    private static final String[] WORDS = {"thread", "worker"};

    private ThreadNames() {}

    /**
     * Where the name ends and the numbers begin: {@code pool-3-thread-7} is {@code pool}, {@code
     * ForkJoinPool.commonPool-worker-1} is {@code ForkJoinPool.commonPool}, {@code http-nio-8080-exec-5} is {@code
     * http-nio-8080-exec}. 0 if there is nothing but numbers.
     */
    static int endOfName(String name) {
        int end = withoutNumbers(name, name.length());
        if (end == name.length()) {
            return end;
        }
        for (String word : WORDS) {
            int begin = end - word.length();
            // "thread-7" alone is a name; after a separator the word says nothing.
            if (begin > 0
                    && SEPARATORS.indexOf(name.charAt(begin - 1)) >= 0
                    && name.regionMatches(true, begin, word, 0, word.length())) {
                int before = withoutNumbers(name, withoutSeparators(name, begin));
                return before == 0 ? end : before;
            }
        }
        return end;
    }

    private static int withoutNumbers(String name, int length) {
        int end = length;
        while (end > 0 && isDigit(name.charAt(end - 1))) {
            while (end > 0 && isDigit(name.charAt(end - 1))) {
                end--;
            }
            end = withoutSeparators(name, end);
        }
        return end;
    }

    private static int withoutSeparators(String name, int length) {
        int end = length;
        while (end > 0 && SEPARATORS.indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
