package io.banku.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Where partitions ended a while ago, and when nobody knows. */
class RecentEndsTest {
    private final List<CompletableFuture<Map<Integer, Long>>> questions = new ArrayList<>();
    private long nanos;
    private final RecentEnds ends = new RecentEnds(this::asked, Duration.ofSeconds(10), () -> nanos);

    @Test
    void nothingIsKnownBeforeTheFirstAnswer() {
        assertThat(ends.end(0)).isEmpty();

        answer(0, 7);

        assertThat(ends.end(0)).hasValue(7);
        assertThat(ends.end(1)).as("of which nothing was said").isEmpty();
    }

    @Test
    void whatWasTrueInTheLastWhileIsEnoughAndWhatIsOlderIsNot() {
        ends.end(0);
        answer(0, 7);
        pass(Duration.ofSeconds(6));
        ends.end(0);
        answer(1, 20);
        pass(Duration.ofSeconds(4));
        assertThat(ends.end(0)).hasValue(7);

        pass(Duration.ofMillis(1));

        assertThat(ends.end(0)).hasValue(20);
    }

    @Test
    void anAnswerIsAsOldAsItsQuestion() {
        ends.end(0);
        pass(Duration.ofSeconds(11));

        answer(0, 7);

        assertThat(ends.end(0)).isEmpty();
    }

    @Test
    void kafkaIsAskedOnceASecondAndNotBeforeItHasAnswered() {
        ends.end(0);
        ends.end(1);
        pass(Duration.ofSeconds(5));
        ends.end(0);
        assertThat(questions).hasSize(1);

        answer(0, 7);
        ends.end(0);
        ends.end(1);

        assertThat(questions).hasSize(2);
    }

    @Test
    void afterAQuestionThatFailedAnotherOneIsAsked() {
        ends.end(0);
        questions.get(0).completeExceptionally(new LogUnavailableException("BNK-5000 expected Kafka", null));
        pass(Duration.ofSeconds(1));
        ends.end(0);

        answer(1, 7);

        assertThat(ends.end(0)).hasValue(7);
    }

    private CompletableFuture<Map<Integer, Long>> asked() {
        questions.add(new CompletableFuture<>());
        return questions.get(questions.size() - 1);
    }

    private void answer(int question, long end) {
        questions.get(question).complete(Map.of(0, end));
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
