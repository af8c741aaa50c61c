package kr.minwon.phonesimulator.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.minwon.phonesimulator.delivery.ReceiptDelivery;
import kr.minwon.phonesimulator.message.ReceiptState;
import kr.minwon.phonesimulator.message.Submit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** NHN Cloud's send, list and webhook. One message a request; it answers 200 whatever happens. */
@RestController
@RequestMapping("/nhncloud/sms/v3.0/appKeys/{appKey}/sender/{kind:sms|mms}")
class NhnCloudApi {

    static final String NAME = "nhncloud";

    private final Texts texts;
    private final Conduct conduct;
    private final ProviderProperties properties;

    NhnCloudApi(Texts texts, Conduct conduct, ProviderProperties properties) {
        this.texts = texts;
        this.conduct = conduct;
        this.properties = properties;
    }

    @PostMapping
    void send(
            @PathVariable String appKey,
            @PathVariable String kind,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Reply> refusal = refusal(appKey, request);
        JsonNode body = Bodies.json(request).orElse(null);
        if (refusal.isPresent() || body == null) {
            write(response, refusal.orElseGet(() -> header(-9997)));
            return;
        }
        JsonNode recipient = body.path("recipientList").path(0);
        Texts.Incoming incoming = new Texts.Incoming(
                NAME,
                body.path("sendNo").asString(""),
                recipient.path("recipientNo").asString(""),
                body.path("body").asString(""),
                kind.equals("mms"),
                body.path("title").asString(""),
                recipient.path("recipientGroupingKey").asString(""));
        String wrong =
                incoming.isLong() && String.valueOf(incoming.subject()).isBlank() ? "title" : Texts.wrong(incoming);
        conduct.answer(
                request,
                response,
                () -> wrong == null
                        ? texts.take(incoming, id -> id, id -> taken(incoming, id), () -> header(-2019))
                        : Taken.answered(header(code(wrong))));
    }

    private static int code(String wrong) {
        return switch (wrong) {
            case "encoding" -> -2023;
            case "length" -> -2015;
            case "sender" -> -2312;
            case "title" -> -2014;
            default -> -2019;
        };
    }

    private static Reply taken(Texts.Incoming incoming, String id) {
        return Reply.ok(Map.of(
                "header",
                Map.of("isSuccessful", true, "resultCode", 0, "resultMessage", "SUCCESS"),
                "body",
                Map.of(
                        "data",
                        Map.of(
                                "requestId",
                                id,
                                "statusCode",
                                "2",
                                "sendResultList",
                                List.of(Map.of(
                                        "recipientNo",
                                        incoming.to(),
                                        "resultCode",
                                        0,
                                        "resultMessage",
                                        "SUCCESS",
                                        "recipientSeq",
                                        1,
                                        "recipientGroupingKey",
                                        incoming.reference()))))));
    }

    private static Reply header(int code) {
        return Reply.ok(Map.of("header", Map.of("isSuccessful", false, "resultCode", code, "resultMessage", "error")));
    }

    @GetMapping
    void list(
            @PathVariable String appKey,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String recipientNo,
            @RequestParam(required = false) @Nullable String recipientGroupingKey,
            @RequestParam String startRequestDate,
            @RequestParam String endRequestDate,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Reply> refusal = refusal(appKey, request);
        if (refusal.isPresent()) {
            write(response, refusal.get());
            return;
        }
        List<Map<String, Object>> found = recipientNo == null
                ? List.of()
                : texts.to(NAME, recipientNo, Bodies.millis(startRequestDate), Bodies.millis(endRequestDate)).stream()
                        .filter(submit -> submit.bytes() > Texts.SMS_BYTES == kind.equals("mms"))
                        .filter(submit ->
                                recipientGroupingKey == null || recipientGroupingKey.equals(submit.reference()))
                        .map(this::message)
                        .toList();
        write(
                response,
                Reply.ok(Map.of(
                        "header", Map.of("isSuccessful", true, "resultCode", 0, "resultMessage", "SUCCESS"),
                        "body",
                                Map.of(
                                        "pageNum",
                                        1,
                                        "pageSize",
                                        found.size(),
                                        "totalCount",
                                        found.size(),
                                        "data",
                                        found))));
    }

    private Map<String, Object> message(Submit submit) {
        Optional<ReceiptState> result = texts.result(submit);
        Map<String, Object> message = new HashMap<>(Map.of(
                "requestId", submit.messageId(),
                "recipientSeq", 1,
                "recipientNo", submit.to(),
                "recipientGroupingKey", Optional.ofNullable(submit.reference()).orElse(""),
                "msgStatus",
                        result.map(state -> state == ReceiptState.DELIVRD ? "3" : "0")
                                .orElse("2")));
        result.ifPresent(state -> message.put("resultCode", code(state)));
        return message;
    }

    private static String code(ReceiptState state) {
        return switch (state) {
            case DELIVRD -> "1000";
            case EXPIRED -> "2000";
            case UNDELIV -> "2003";
            case REJECTD -> "3012";
        };
    }

    /** A receipt as it is posted: one hook. */
    static Webhooks.Report report(ReceiptDelivery receipt, ProviderProperties.NhnCloud account) {
        ReceiptState state = receipt.receipt().state();
        Map<String, Object> hook = Map.of(
                "hookId", "h" + receipt.receipt().messageId(),
                "requestId", receipt.receipt().messageId(),
                "recipientSeq", 1,
                "recipientNo", receipt.from(),
                "sendNo", receipt.to(),
                "messageStatus", state == ReceiptState.DELIVRD ? "COMPLETED" : "FAILED",
                "recipientGroupingKey", Optional.ofNullable(receipt.reference()).orElse(""),
                "resultCode", code(state));
        Map<String, Object> body = Map.of(
                "hooksId",
                "s" + receipt.receipt().messageId(),
                "productName",
                "SMS",
                "appKey",
                account.appKey(),
                "event",
                "MESSAGE_RESULT_UPDATE",
                "hooks",
                List.of(hook));
        return new Webhooks.Report(
                List.of("X-Toast-Webhook-Signature", account.webhookSecret()),
                Reply.ok(body).json());
    }

    private Optional<Reply> refusal(String appKey, HttpServletRequest request) {
        if (!appKey.equals(properties.nhncloud().appKey())) {
            return Optional.of(header(-1000));
        }
        return properties.nhncloud().secretKey().equals(request.getHeader("X-Secret-Key"))
                ? Optional.empty()
                : Optional.of(header(-1003));
    }

    private static void write(HttpServletResponse response, Reply reply) throws IOException {
        Conduct.write(response, reply.status(), "application/json;charset=UTF-8", reply.json());
    }
}
