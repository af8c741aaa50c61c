package kr.minwon.phonesimulator.web;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kr.minwon.phonesimulator.message.MessageLog;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages, by server-sent events, that their phone has something new.
 *
 * <p>News are gathered for a moment, so that a thousand messages a second are a few events.
 */
@Component
class LivePages {

    /** Watches every phone. */
    static final String ALL = "*";

    private static final long GATHER_MILLIS = 150;
    private static final long ALIVE_SECONDS = 15;
    private static final int MOST_PAGES = 500;

    private record Page(String number, SseEmitter emitter) {}

    private final List<Page> pages = new CopyOnWriteArrayList<>();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    // its own thread: a browser that does not read must not hold up receipts
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "simulator-pages");
        thread.setDaemon(true);
        return thread;
    });

    LivePages(MessageLog log) {
        log.watch(this::changed);
    }

    @PostConstruct
    void start() {
        var unusedNews = timer.scheduleWithFixedDelay(this::tell, GATHER_MILLIS, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        var unusedAlive = timer.scheduleWithFixedDelay(
                () -> send(pages, SseEmitter.event().comment("alive")), ALIVE_SECONDS, ALIVE_SECONDS, TimeUnit.SECONDS);
    }

    // before the web server stops, which would wait for these
    @EventListener(ContextClosedEvent.class)
    void stop() {
        timer.shutdownNow();
        pages.forEach(page -> page.emitter().complete());
    }

    void changed(String number) {
        if (!pages.isEmpty()) {
            changed.add(number);
        }
    }

    SseEmitter open(String number) {
        if (pages.size() >= MOST_PAGES) {
            pages.removeFirst().emitter().complete();
        }
        SseEmitter emitter = new SseEmitter(0L);
        Page page = new Page(number, emitter);
        emitter.onCompletion(() -> pages.remove(page));
        emitter.onError(failure -> pages.remove(page));
        pages.add(page);
        // the first event makes the answer's head go out, and a page that reconnects look again
        send(List.of(page), SseEmitter.event().name("changed").data(""));
        return emitter;
    }

    private void tell() {
        if (changed.isEmpty()) {
            return;
        }
        Set<String> news = Set.copyOf(changed);
        changed.removeAll(news);
        List<Page> concerned = pages.stream()
                .filter(page -> page.number().equals(ALL) || news.contains(page.number()))
                .toList();
        send(concerned, SseEmitter.event().name("changed").data(""));
    }

    private void send(List<Page> to, SseEmitter.SseEventBuilder event) {
        Set<ResponseBodyEmitter.DataWithMediaType> data = event.build();
        for (Page page : to) {
            try {
                page.emitter().send(data);
            } catch (IOException | RuntimeException e) {
                // whatever it is, one page must not end the news of all
                pages.remove(page);
            }
        }
    }
}
