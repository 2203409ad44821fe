package io.autobot.agent.instrumentation.springtasks.kotlin

import java.io.IOException
import java.util.function.Consumer
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.delay
import org.springframework.scheduling.annotation.Scheduled

/** Scheduled functions that suspend, each run once: one that comes to its end, one that fails, one that ends with the bean. */
class KotlinJobs(private val tally: Consumer<String>) {
    @Scheduled(fixedDelay = 3_600_000)
    suspend fun once() {
        delay(1)
        tally.accept("KotlinJobs.once spring-scheduled success")
    }

    @Scheduled(fixedRate = 3_600_000)
    suspend fun broken(): String {
        delay(1)
        tally.accept("KotlinJobs.broken spring-scheduled failed")
        throw IOException("as told")
    }

    @Scheduled(fixedRate = 3_600_000)
    suspend fun endless() {
        tally.accept("KotlinJobs.endless spring-scheduled cancelled")
        awaitCancellation()
    }
}
