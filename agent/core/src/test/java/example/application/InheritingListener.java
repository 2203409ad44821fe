package example.application;

/** Inherits the method that matters. */
public class InheritingListener extends BaseListener {}
