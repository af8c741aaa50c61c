package kr.minwon.phonesimulator.web;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kr.minwon.phonesimulator.delivery.Dispatcher;
import kr.minwon.phonesimulator.delivery.InPieces;
import kr.minwon.phonesimulator.delivery.Inbound;
import kr.minwon.phonesimulator.delivery.InboundDelivery;
import kr.minwon.phonesimulator.delivery.InboundLog;
import kr.minwon.phonesimulator.message.Encoding;
import kr.minwon.phonesimulator.message.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends a message from a phone: checked, recorded, then handed to whoever is bound. */
@Component
class Replies {

    private static final int LONGEST = 10_000;
    private static final int MOST_PIECES = 255;

    private final AtomicLong ids;
    private final InboundLog log;
    private final Dispatcher dispatcher;
    private final LivePages pages;
    private final Clock clock;

    Replies(InboundLog log, Dispatcher dispatcher, LivePages pages, Clock clock) {
        this.ids = new AtomicLong(clock.millis() * 1000);
        this.log = log;
        this.dispatcher = dispatcher;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * Sends it.
     *
     * @param encoding a label, or null for the first of GSM-7, EUC-KR and UCS-2 that holds the text
     * @param pieces how a long text is cut, or null for one deliver_sm however long it is
     * @param systemId the ESME it is for, or null for whoever is bound
     */
    List<InboundDelivery> send(
            @Nullable String from,
            @Nullable String to,
            @Nullable String text,
            @Nullable String encoding,
            @Nullable String systemId,
            @Nullable String pieces) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw new BadRequest("text must hold 1 to %d characters".formatted(LONGEST));
        }
        Inbound inbound = new Inbound(
                Long.toString(ids.incrementAndGet()),
                number("from", from),
                number("to", to),
                text,
                chosen(text, encoding),
                systemId == null || systemId.isBlank() ? null : systemId,
                pieces == null ? null : way(pieces),
                clock.millis());
        List<InboundDelivery> deliveries = InboundDelivery.of(inbound);
        if (deliveries.size() > MOST_PIECES) {
            throw new BadRequest("text must fit in %d pieces".formatted(MOST_PIECES));
        }
        log.record(inbound);
        deliveries.forEach(dispatcher::schedule);
        pages.changed(inbound.from());
        return deliveries;
    }

    private static InPieces way(String name) {
        return InPieces.of(name).orElseThrow(() -> new BadRequest("pieces must be udh8, udh16 or sar"));
    }

    private static String number(String field, @Nullable String written) {
        return PhoneNumber.of(written == null ? "" : written)
                .orElseThrow(() -> new BadRequest(field + " must be a telephone number"));
    }

    private static Encoding chosen(String text, @Nullable String label) {
        List<Encoding> allowed;
        try {
            allowed = label == null
                    ? List.of(Encoding.GSM_7, Encoding.EUC_KR, Encoding.UCS_2)
                    : List.of(Encoding.ofLabel(label));
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
        return allowed.stream()
                .filter(encoding -> encoding.encode(text).isPresent())
                .findFirst()
                .orElseThrow(() -> new BadRequest("text holds a character that its encoding has not"));
    }
}
