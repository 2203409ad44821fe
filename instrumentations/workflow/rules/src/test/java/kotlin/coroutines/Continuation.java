package kotlin.coroutines;

/** What makes a function of Kotlin a suspending one. */
public interface Continuation {}
