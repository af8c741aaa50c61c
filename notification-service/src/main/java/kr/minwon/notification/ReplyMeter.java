package kr.minwon.notification;

import io.micrometer.core.instrument.MeterRegistry;
import kr.minwon.notification.reply.Replies.Taken;

/** Counts what people text. */
public final class ReplyMeter {
    private ReplyMeter() {}

    public static void count(MeterRegistry meters, Taken taken) {
        String meaning = switch (taken) {
            case Taken.Kept kept -> kept.reply().meaning().kind().wireName();
            case Taken.Known known -> "known";
            case Taken.Flood flood -> "flood";
        };
        meters.counter(NotificationMetric.REPLIES.meter(), "meaning", meaning).increment();
    }
}
