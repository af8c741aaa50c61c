package kr.minwon.phonesimulator.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.minwon.phonesimulator.delivery.Dispatcher;
import kr.minwon.phonesimulator.fault.FaultBoard;
import kr.minwon.phonesimulator.fault.Faults;
import kr.minwon.phonesimulator.fault.HttpFault;
import kr.minwon.phonesimulator.message.MessageLog;
import kr.minwon.phonesimulator.message.ReceiptState;
import kr.minwon.phonesimulator.smsc.SmscServer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The page on which a person makes the SMSC misbehave. */
@Controller
class FaultsPage {

    /** What the page's form sends: every field as it was typed. */
    record Form(
            @Nullable String submitDelayMs,
            @Nullable String throttlePerSecond,
            @Nullable String rejectEvery,
            @Nullable String rejectPercent,
            @Nullable String rejectStatus,
            @Nullable String rejectNumbers,
            @Nullable String dropAfterAccept,
            @Nullable String dropAfterAcceptPercent,
            @Nullable String receiptDelayMs,
            @Nullable String receiptState,
            @Nullable String receiptStateByPrefix,
            @Nullable String receiptTwice,
            @Nullable String receiptBeforeAnswer,
            @Nullable String noReceipt,
            @Nullable String forgetReference,
            @Nullable String refuseBinds,
            @Nullable String httpFault,
            @Nullable String httpFaultPercent,
            @Nullable String httpFaultBefore,
            @Nullable String retryAfterSeconds) {

        Faults toFaults() {
            return new FaultsForm(
                            number(submitDelayMs),
                            number(throttlePerSecond),
                            number(rejectEvery),
                            number(rejectPercent),
                            rejectStatus,
                            rejectNumbers == null ? List.of() : List.of(rejectNumbers.split("[,\\n]")),
                            dropAfterAccept != null,
                            number(dropAfterAcceptPercent),
                            number(receiptDelayMs),
                            receiptState,
                            prefixes(),
                            receiptTwice != null,
                            receiptBeforeAnswer != null,
                            noReceipt != null,
                            forgetReference != null,
                            refuseBinds != null,
                            httpFault,
                            httpFaultPercent == null || httpFaultPercent.isBlank() ? null : number(httpFaultPercent),
                            httpFaultBefore != null,
                            number(retryAfterSeconds))
                    .toFaults();
        }

        private Map<String, String> prefixes() {
            Map<String, String> states = new LinkedHashMap<>();
            for (String line : receiptStateByPrefix == null ? new String[0] : receiptStateByPrefix.split("[,\\n]")) {
                if (!line.isBlank()) {
                    String[] prefixAndState = line.split("=", 2);
                    if (prefixAndState.length != 2) {
                        throw new BadRequest("앞자리=상태");
                    }
                    states.put(prefixAndState[0].strip(), prefixAndState[1].strip());
                }
            }
            return states;
        }

        private static int number(@Nullable String typed) {
            try {
                return typed == null || typed.isBlank() ? 0 : Integer.parseInt(typed.strip());
            } catch (NumberFormatException e) {
                throw new BadRequest("숫자가 아닙니다: " + typed);
            }
        }

        static Form of(Faults faults) {
            FaultsView view = FaultsView.of(faults);
            return new Form(
                    String.valueOf(view.submitDelayMs()),
                    String.valueOf(view.throttlePerSecond()),
                    String.valueOf(view.rejectEvery()),
                    String.valueOf(view.rejectPercent()),
                    view.rejectStatus(),
                    String.join(", ", view.rejectNumbers()),
                    checked(view.dropAfterAccept()),
                    String.valueOf(view.dropAfterAcceptPercent()),
                    String.valueOf(view.receiptDelayMs()),
                    view.receiptState().name(),
                    view.receiptStateByPrefix().entrySet().stream()
                            .map(state -> state.getKey() + "=" + state.getValue())
                            .sorted()
                            .collect(Collectors.joining(", ")),
                    checked(view.receiptTwice()),
                    checked(view.receiptBeforeAnswer()),
                    checked(view.noReceipt()),
                    checked(view.forgetReference()),
                    checked(view.refuseBinds()),
                    view.httpFault().name(),
                    String.valueOf(view.httpFaultPercent()),
                    checked(view.httpFaultBefore()),
                    String.valueOf(view.retryAfterSeconds()));
        }

        private static @Nullable String checked(boolean is) {
            return is ? "on" : null;
        }
    }

    private final FaultBoard board;
    private final SmscServer server;
    private final MessageLog log;
    private final Dispatcher dispatcher;

    FaultsPage(FaultBoard board, SmscServer server, MessageLog log, Dispatcher dispatcher) {
        this.board = board;
        this.server = server;
        this.log = log;
        this.dispatcher = dispatcher;
    }

    @GetMapping("/faults")
    String show(Model model) {
        return page(model, Form.of(board.current()));
    }

    @PostMapping("/faults")
    String set(@ModelAttribute("form") Form form, Model model) {
        try {
            board.set(form.toFaults());
            return "redirect:/faults?set";
        } catch (BadRequest e) {
            model.addAttribute("problem", e.getMessage());
            return page(model, form);
        }
    }

    @PostMapping("/faults/reset")
    String reset() {
        board.set(Faults.NONE);
        return "redirect:/faults?reset";
    }

    @PostMapping("/faults/disconnect")
    String disconnect() {
        return "redirect:/faults?closed=" + server.disconnect();
    }

    private String page(Model model, Form form) {
        model.addAttribute("form", form);
        model.addAttribute("states", ReceiptState.values());
        model.addAttribute("httpFaults", HttpFault.values());
        model.addAttribute("active", !board.current().equals(Faults.NONE));
        model.addAttribute("sessions", server.sessions());
        model.addAttribute("submits", log.submitCount());
        model.addAttribute("owed", dispatcher.owed());
        return "phone-simulator/faults";
    }
}
