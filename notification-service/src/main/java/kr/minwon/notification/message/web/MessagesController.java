package kr.minwon.notification.message.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kr.minwon.koreansms.SmsSize;
import kr.minwon.koreansms.SmsText;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Receipt;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What staff see of messages. */
@RestController
@RequestMapping(path = "/api/v1/staff/messages", produces = "application/json")
class MessagesController {
    private static final ProblemType NO_QUESTION = new ProblemType("messages-of-what", 400);
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Pattern RECEIPT_NUMBER = Pattern.compile("\\d{12}");
    private static final int MOST = 100;
    private static final int LONGEST_PREVIEW = 10_000;

    private final Messages messages;
    private final FieldSealer sealer;

    MessagesController(Messages messages, FieldSealer sealer) {
        this.messages = messages;
        this.sealer = sealer;
    }

    record PreviewRequest(@Nullable String text, @Nullable String subject) {}

    record PreviewResponse(
            boolean encodable,
            List<String> unencodable,
            @Nullable Integer bytes,
            SmsSize.@Nullable Type type,
            int segments) {}

    @PostMapping(path = "/preview", consumes = "application/json")
    PreviewResponse preview(@RequestBody PreviewRequest request) {
        FieldErrors errors = new FieldErrors();
        String text = request.text();
        if (text == null) {
            errors.add("text", "required");
        } else if (text.length() > LONGEST_PREVIEW) {
            errors.add("text", "too-long-for-preview", LONGEST_PREVIEW);
        }
        errors.throwIfAny();
        SmsSize size = SmsText.measure(text == null ? "" : text, request.subject());
        return new PreviewResponse(size.encodable(), size.unencodable(), size.bytes(), size.type(), size.segments());
    }

    record ReceiptResponse(
            String state, OffsetDateTime at, @Nullable String reason) {}

    record MessageResponse(
            String messageId,
            String receiptNumber,
            String step,
            String recipient,
            String to,
            String text,
            String encoding,
            @Nullable String provider,
            String state,
            OffsetDateTime queuedAt,
            @Nullable OffsetDateTime sentAt,
            @Nullable OffsetDateTime acceptedAt,
            @Nullable ReceiptResponse receipt,
            @Nullable String reason,
            String templateVersion) {}

    record PageResponse(
            List<MessageResponse> items, @Nullable String next) {}

    @GetMapping
    PageResponse list(
            Caller caller,
            @RequestParam(required = false) @Nullable String receiptNumber,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (receiptNumber != null) {
            return new PageResponse(ofCase(caller, receiptNumber), null);
        }
        if (state == null || !state.equals(MessageState.UNKNOWN.wireName())) {
            throw new ProblemException(NO_QUESTION);
        }
        String start = caller.officeId() + "/";
        if (limit < 1 || limit > MOST || (cursor != null && !cursor.startsWith(start))) {
            throw new ProblemException(ProblemType.BAD_REQUEST);
        }
        Messages.Page page = messages.unknown(caller.officeId(), cursor, limit);
        return new PageResponse(
                page.items().stream()
                        .filter(message -> mayRead(caller, message))
                        .map(this::response)
                        .toList(),
                page.next());
    }

    private List<MessageResponse> ofCase(Caller caller, String receiptNumber) {
        String digits = receiptNumber.replaceAll("[\\s-]", "");
        if (!RECEIPT_NUMBER.matcher(digits).matches()) {
            throw new ProblemException(ProblemType.BAD_REQUEST);
        }
        String canonical = digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8);
        List<Message> found = messages.ofCase(caller.officeId(), canonical);
        if (!found.isEmpty() && found.stream().noneMatch(message -> mayRead(caller, message))) {
            throw new ProblemException(ProblemType.OTHER_DEPARTMENT);
        }
        List<MessageResponse> shown = new ArrayList<>();
        found.forEach(message -> shown.add(response(message)));
        return shown;
    }

    /** Operators watch deliveries of the whole office; others see their department's. */
    private static boolean mayRead(Caller caller, Message message) {
        return switch (caller.role()) {
            case OPERATOR, INTAKE, ADMIN, AUDITOR -> true;
            default -> message.departmentId() != null && caller.mayAct(message.departmentId());
        };
    }

    private MessageResponse response(Message message) {
        Receipt receipt = message.receipt();
        return new MessageResponse(
                message.id(),
                message.receiptNumber(),
                message.step(),
                message.recipient(),
                masked(sealer.open("reporter.phone", message.sealedPhone())),
                message.text(),
                SmsText.encode(message.text()).isPresent() ? "EUC-KR" : "UCS-2",
                message.provider(),
                message.state().wireName(),
                seoul(message.queuedAt()),
                message.sentAt() == null ? null : seoul(message.sentAt()),
                message.acceptedAt() == null ? null : seoul(message.acceptedAt()),
                receipt == null
                        ? null
                        : new ReceiptResponse(receipt.state().wireName(), seoul(receipt.at()), receipt.reason()),
                message.reason(),
                message.templateVersion());
    }

    private static OffsetDateTime seoul(Instant at) {
        return at.atZone(SEOUL).toOffsetDateTime();
    }

    private static String masked(String phone) {
        return phone.length() == 11 ? phone.substring(0, 3) + "-****-" + phone.substring(7) : "***";
    }
}
