package example.application;

import example.library.Listener;

/** The application's own base class, which has the method that matters. */
public class BaseListener implements Listener {
    @Override
    public void onMessage(String message) {
        if (message.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
    }
}
