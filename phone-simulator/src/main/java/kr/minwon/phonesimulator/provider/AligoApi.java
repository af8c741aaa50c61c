package kr.minwon.phonesimulator.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.minwon.phonesimulator.message.ReceiptState;
import kr.minwon.phonesimulator.message.Submit;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Aligo's send, result and what is left. One receiver a request; it answers 200 whatever happens. */
@RestController
@RequestMapping("/aligo")
class AligoApi {

    static final String NAME = "aligo";
    private static final int NOT_ADMITTED = -101;
    private static final int WRONG = -300;

    private final Texts texts;
    private final Conduct conduct;
    private final ProviderProperties properties;

    AligoApi(Texts texts, Conduct conduct, ProviderProperties properties) {
        this.texts = texts;
        this.conduct = conduct;
        this.properties = properties;
    }

    @PostMapping("/send/")
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isAdmitted(request)) {
            write(response, code(NOT_ADMITTED));
            return;
        }
        Texts.Incoming incoming = new Texts.Incoming(
                NAME,
                given(request, "sender"),
                given(request, "receiver"),
                given(request, "msg"),
                given(request, "msg_type").equals("LMS"),
                given(request, "title"),
                "");
        String wrong = Texts.wrong(incoming);
        conduct.answer(
                request,
                response,
                () -> wrong == null
                        ? texts.take(incoming, id -> id, id -> taken(incoming, id), () -> code(WRONG))
                        : Taken.answered(code(WRONG)));
    }

    private static Reply taken(Texts.Incoming incoming, String id) {
        return Reply.ok(Map.of(
                "result_code",
                "1",
                "message",
                "success",
                "msg_id",
                id,
                "success_cnt",
                1,
                "error_cnt",
                0,
                "msg_type",
                incoming.isLong() ? "LMS" : "SMS"));
    }

    @PostMapping("/sms_list/")
    void result(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isAdmitted(request)) {
            write(response, code(NOT_ADMITTED));
            return;
        }
        List<Map<String, String>> found = texts.byId(given(request, "mid")).stream()
                .map(submit -> Map.of("mdid", submit.messageId(), "receiver", submit.to(), "sms_state", state(submit)))
                .toList();
        write(response, Reply.ok(Map.of("result_code", "1", "message", "success", "list", found, "next_yn", "N")));
    }

    private String state(Submit submit) {
        return texts.result(submit)
                .map(state -> state == ReceiptState.DELIVRD ? "발송완료" : "발송실패")
                .orElse("발송중");
    }

    @PostMapping("/remain/")
    void remain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(
                response,
                isAdmitted(request) ? Reply.ok(Map.of("result_code", "1", "SMS_CNT", 1000)) : code(NOT_ADMITTED));
    }

    private boolean isAdmitted(HttpServletRequest request) {
        return given(request, "key").equals(properties.aligo().key())
                && given(request, "user_id").equals(properties.aligo().userId());
    }

    private static String given(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private static Reply code(int code) {
        return Reply.ok(Map.of("result_code", code, "message", "error"));
    }

    private static void write(HttpServletResponse response, Reply reply) throws IOException {
        Conduct.write(response, reply.status(), "application/json;charset=UTF-8", reply.json());
    }
}
