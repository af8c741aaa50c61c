package kr.minwon.phonesimulator.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import kr.minwon.phonesimulator.delivery.Dispatcher;
import kr.minwon.phonesimulator.delivery.InboundLog;
import kr.minwon.phonesimulator.fault.FaultBoard;
import kr.minwon.phonesimulator.fault.Faults;
import kr.minwon.phonesimulator.message.MessageLog;
import kr.minwon.phonesimulator.message.PhoneNumber;
import kr.minwon.phonesimulator.smsc.SmscServer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The list of phones, and a page for each that looks as a phone would. */
@Controller
class PhonePages {

    private static final int MOST_PHONES = 100;
    private static final int MOST_BUBBLES = 100;

    private final MessageLog log;
    private final InboundLog inbound;
    private final Dispatcher dispatcher;
    private final SmscServer server;
    private final FaultBoard faults;
    private final Replies replies;
    private final LivePages live;
    private final Clock clock;

    PhonePages(
            MessageLog log,
            InboundLog inbound,
            Dispatcher dispatcher,
            SmscServer server,
            FaultBoard faults,
            Replies replies,
            LivePages live,
            Clock clock) {
        this.log = log;
        this.inbound = inbound;
        this.dispatcher = dispatcher;
        this.server = server;
        this.faults = faults;
        this.replies = replies;
        this.live = live;
        this.clock = clock;
    }

    @GetMapping("/")
    String index(Model model) {
        model.addAttribute("port", server.port());
        model.addAttribute("faulty", !faults.current().equals(Faults.NONE));
        phones(model);
        return "phone-simulator/index";
    }

    /** What of the index changes, for a page that is open. */
    @GetMapping("/phones/list")
    String list(Model model) {
        phones(model);
        return "phone-simulator/index :: live";
    }

    @GetMapping(path = "/phones/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter indexEvents() {
        return live.open(LivePages.ALL);
    }

    /** Opens the phone that was asked for in the search box. */
    @GetMapping("/phones")
    String open(@RequestParam(defaultValue = "") String number) {
        return PhoneNumber.of(number)
                .map(digits -> "redirect:/phones/" + digits)
                .orElse("redirect:/?unknown");
    }

    @GetMapping("/phones/{number}")
    String phone(@PathVariable String number, Model model) {
        bubbles(number, model);
        return "phone-simulator/phone";
    }

    /** What of a phone's page changes, for a page that is open. */
    @GetMapping("/phones/{number}/messages")
    String messages(@PathVariable String number, Model model) {
        bubbles(number, model);
        return "phone-simulator/phone :: live";
    }

    @GetMapping(path = "/phones/{number}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable String number) {
        return live.open(known(number));
    }

    @PostMapping("/phones/{number}/reply")
    String reply(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String text,
            Model model) {
        String digits = known(number);
        try {
            // a browser sends line ends as CR LF, a phone as LF
            replies.send(digits, to, text.replace("\r\n", "\n"), null, null, null);
            return "redirect:/phones/" + digits;
        } catch (BadRequest e) {
            bubbles(digits, model);
            model.addAttribute("problem", "받는 번호와 내용을 확인해 주세요. 번호는 숫자 3~20자리입니다.");
            model.addAttribute("replyTo", to);
            model.addAttribute("replyText", text);
            return "phone-simulator/phone";
        }
    }

    private void phones(Model model) {
        long now = clock.millis();
        model.addAttribute("sessions", server.sessions());
        model.addAttribute("submits", log.submitCount());
        model.addAttribute("owed", dispatcher.owed());
        model.addAttribute("phoneCount", log.phoneCount());
        model.addAttribute("messageCount", log.messageCount());
        model.addAttribute(
                "phones",
                log.phones(MOST_PHONES).stream()
                        .map(phone -> PhoneRow.of(phone, now))
                        .toList());
    }

    private void bubbles(String number, Model model) {
        String digits = known(number);
        List<Bubble> bubbles = new ArrayList<>();
        log.of(digits, MOST_BUBBLES).forEach(message -> bubbles.add(Bubble.of(message)));
        inbound.of(digits).forEach(sent -> bubbles.add(Bubble.of(sent)));
        bubbles.sort(Comparator.comparingLong(Bubble::at).reversed());
        model.addAttribute("number", digits);
        model.addAttribute("written", PhoneNumber.written(digits));
        model.addAttribute("bubbles", bubbles);
        model.addAttribute("replyTo", lastSender(bubbles));
        model.addAttribute("replyText", "");
    }

    private static @Nullable String lastSender(List<Bubble> bubbles) {
        return bubbles.stream()
                .filter(bubble -> !bubble.mine())
                .map(Bubble::peer)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static String known(String number) {
        return PhoneNumber.of(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
