package example.application;

/** An exception of the application's own. */
public class PaymentTimeoutException extends RuntimeException {}
