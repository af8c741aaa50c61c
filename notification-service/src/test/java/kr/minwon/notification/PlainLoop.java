package kr.minwon.notification;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;

/**
 * What the same texts cost without any promise: a loop over jsmpp, or over the JDK's client, that stores nothing. Arguments:
 * {@code smpp <port> <texts> <window>} or {@code http <address> <texts> <window>}. Says, once warm, how many a second and the
 * CPU-ms of each.
 */
public final class PlainLoop {
    private static final String TEXT = "[서구청] 민원 2611-4821-9375 담당부서가 정해졌습니다.\n담당 062-000-0000";

    private PlainLoop() {}

    private interface Submit {
        void one(int number) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        int texts = Integer.parseInt(arguments[2]);
        int window = Integer.parseInt(arguments[3]);
        if (arguments[0].equals("smpp")) {
            SMPPSession session = new SMPPSession();
            session.setTransactionTimer(60_000);
            session.setPduProcessorDegree(window);
            session.connectAndBind(
                    "127.0.0.1",
                    Integer.parseInt(arguments[1]),
                    new BindParameter(
                            BindType.BIND_TX,
                            "plain",
                            "password",
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            ""));
            loop(texts, window, number -> smpp(session, number));
            session.unbindAndClose();
        } else {
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            loop(texts, window, number -> http(client, arguments[1], number));
        }
        System.exit(0);
    }

    private static void loop(int texts, int window, Submit submit) throws InterruptedException {
        run(texts / 10, window, submit);
        long began = System.nanoTime();
        Duration cpu = cpu();
        run(texts, window, submit);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.println(texts / seconds + " " + cpu().minus(cpu).toNanos() / 1e6 / texts);
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static void run(int texts, int window, Submit submit) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int n = 0; n < window; n++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int number = next.getAndIncrement(); number < texts; number = next.getAndIncrement()) {
                    try {
                        submit.one(number);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            }));
        }
        for (Thread one : threads) {
            one.join();
        }
    }

    private static String phone(int number) {
        return "0107%07d".formatted(number);
    }

    private static void smpp(SMPPSession session, int number) throws Exception {
        session.submitShortMessage(
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "0620000000",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                phone(number),
                new ESMClass(),
                (byte) 0,
                (byte) 0,
                null,
                null,
                new RegisteredDelivery(0),
                (byte) 0,
                new RawDataCoding((byte) 14),
                (byte) 0,
                TEXT.getBytes(Charset.forName("EUC-KR")));
    }

    private static void http(HttpClient client, String base, int number) throws Exception {
        String body = "{\"body\":\"%s\",\"sendNo\":\"0620000000\",\"recipientList\":[{\"recipientNo\":\"%s\"}]}"
                .formatted(TEXT.replace("\n", "\\n"), phone(number));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/sms/v3.0/appKeys/simulator-app/sender/sms"))
                .header("Content-Type", "application/json")
                .header("X-Secret-Key", "simulator-secret")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }
}
