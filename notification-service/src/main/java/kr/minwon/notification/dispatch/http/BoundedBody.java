package kr.minwon.notification.dispatch.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes the bytes of an answer; one that is longer than any can be ends as an error. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> inner = BodySubscribers.ofByteArray();
    private final int most;
    private Flow.@Nullable Subscription subscription;
    private long taken;

    BoundedBody(int most) {
        this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return inner.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        inner.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            taken += buffer.remaining();
        }
        if (taken <= most) {
            inner.onNext(buffers);
        } else if (subscription != null) {
            subscription.cancel();
            inner.onError(new IOException("an answer of more than " + most + " bytes"));
        }
    }

    @Override
    public void onError(Throwable failure) {
        inner.onError(failure);
    }

    @Override
    public void onComplete() {
        inner.onComplete();
    }
}
