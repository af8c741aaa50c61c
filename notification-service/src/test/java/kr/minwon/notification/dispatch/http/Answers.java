package kr.minwon.notification.dispatch.http;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import kr.minwon.notification.dispatch.Provider.Submission;
import kr.minwon.notification.message.Encoding;

/** Answers of providers and what they answer to, for tests. */
public final class Answers {
    /** 91 bytes: one more than an SMS may have. */
    public static final String LONG_TEXT = "[서구청] 민원이 접수되었습니다.\n" + "가".repeat(29) + "a";

    private Answers() {}

    public static Answer of(int status, String body) {
        return of(status, body, Map.of());
    }

    public static Answer of(int status, String body, Map<String, String> headers) {
        Map<String, List<String>> all = headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
        return new Answer(status, HttpHeaders.of(all, (name, value) -> true), body.getBytes(StandardCharsets.UTF_8));
    }

    public static Submission submission(String text) {
        return new Submission(
                "0198f3c2-7a10-7b13-a265-5242d5263820/received.1/reporter",
                4711,
                "0623607114",
                "01012345678",
                text,
                Encoding.EUC_KR);
    }

    /** A short text that has a subject, and is therefore long. */
    public static Submission titled(String subject) {
        Submission untitled = submission("내일 물이 끊깁니다.");
        return new Submission(
                untitled.handOverId(),
                untitled.reference(),
                untitled.sender(),
                untitled.phone(),
                untitled.text(),
                untitled.encoding(),
                subject,
                null);
    }

    /** The body of a request. */
    public static String sent(HttpRequest request) {
        BodySubscriber<String> whole = BodySubscribers.ofString(StandardCharsets.UTF_8);
        request.bodyPublisher().orElseThrow().subscribe(new Flow.Subscriber<ByteBuffer>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                whole.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer part) {
                whole.onNext(List.of(part));
            }

            @Override
            public void onError(Throwable error) {
                whole.onError(error);
            }

            @Override
            public void onComplete() {
                whole.onComplete();
            }
        });
        return whole.getBody().toCompletableFuture().join();
    }

    public static HttpSettings settings() {
        return new HttpSettings(
                null,
                50,
                8,
                50,
                java.time.Duration.ofSeconds(3),
                java.time.Duration.ofSeconds(10),
                java.time.Duration.ofMinutes(5),
                List.of(),
                new kr.minwon.notification.dispatch.guard.BreakerSettings(
                        20, 8, 50, java.time.Duration.ofSeconds(2), java.time.Duration.ofMinutes(1)));
    }
}
