package kr.minwon.notification.dispatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import kr.minwon.notification.Phones;
import kr.minwon.notification.dispatch.Inquiry;
import kr.minwon.notification.dispatch.Inquiry.Fate;
import kr.minwon.notification.dispatch.Provider;
import kr.minwon.notification.dispatch.Provider.Handover;
import kr.minwon.notification.dispatch.guard.Guards;
import kr.minwon.notification.message.Alimtalk;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Content;
import kr.minwon.notification.message.Encoding;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.ResultSource;
import kr.minwon.notification.message.Sizing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.JsonNode;

/** Each provider over HTTP against one that speaks like it, behaves, and misbehaves; it is the witness. */
class HttpProvidersIT {
    private static final List<String> PROVIDERS = List.of("solapi", "sens", "nhncloud", "aligo");
    private static final Duration ANSWER_WITHIN = Duration.ofMillis(800);
    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final AtomicInteger NUMBERS = new AtomicInteger(20_000_000);

    @TempDir
    private static Path directory;

    private static Phones phones;
    private static Path solapiSecret;
    private static AnnotationConfigApplicationContext context;

    @BeforeAll
    static void start() throws IOException {
        phones = new Phones();
        solapiSecret = directory.resolve("solapi-secret");
        Files.writeString(solapiSecret, "simulator-secret\n");
        context = adapters(phones.web(), Clock.systemUTC(), ANSWER_WITHIN);
    }

    /** The adapters by themselves, as patient as a busy machine needs where silence is not what is tried. */
    private static AnnotationConfigApplicationContext adapters(String base, Clock clock) {
        return adapters(base, clock, PATIENT);
    }

    /** The adapters by themselves, as their settings make them. */
    private static AnnotationConfigApplicationContext adapters(String base, Clock clock, Duration answerWithin) {
        Map<String, Object> properties = new HashMap<>();
        for (String provider : PROVIDERS) {
            String prefix = "minwon.sms.providers." + provider + ".";
            properties.put(prefix + "enabled", "true");
            properties.put(prefix + "base-url", base + "/" + provider);
            properties.put(prefix + "answer-within", answerWithin.toMillis() + "ms");
            properties.put(prefix + "per-second", "1000");
            // Faults on demand are no reason to leave a provider alone here.
            properties.put(prefix + "breaker.minimum", "10000");
            properties.put(prefix + "breaker.window", "10000");
        }
        properties.put("minwon.sms.providers.solapi.api-key", "NCSSIMULATOR");
        properties.put("minwon.sms.providers.solapi.api-secret-file", solapiSecret.toString());
        properties.put("minwon.sms.providers.solapi.senders", "062-360-7114");
        properties.put("minwon.sms.providers.sens.service-id", "ncp:sms:kr:100000000000:simulator");
        properties.put("minwon.sms.providers.sens.access-key", "simulator-access");
        properties.put("minwon.sms.providers.sens.secret-key", "simulator-secret");
        properties.put("minwon.sms.providers.nhncloud.app-key", "simulator-app");
        properties.put("minwon.sms.providers.nhncloud.secret-key", "simulator-secret");
        properties.put("minwon.sms.providers.aligo.key", "simulator-key");
        properties.put("minwon.sms.providers.aligo.user-id", "simulator");
        AnnotationConfigApplicationContext made = new AnnotationConfigApplicationContext();
        made.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        made.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        made.registerBean(Clock.class, () -> clock);
        made.registerBean(Sizing.class, () -> new Sizing(false));
        made.register(Guards.class, HttpProviders.class);
        PROVIDERS.forEach(provider -> made.scan("kr.minwon.notification.dispatch." + provider));
        made.refresh();
        return made;
    }

    @AfterEach
    void behave() {
        phones.behave();
    }

    @AfterAll
    static void stop() {
        context.close();
        phones.close();
    }

    private static HttpProvider provider(String name) {
        return context.getBeansOfType(HttpProvider.class).values().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Provider.Submission submission(String text) {
        String phone = "010" + NUMBERS.incrementAndGet();
        return new Provider.Submission(phone + "/received.1/reporter", 1, "0623607114", phone, text, Encoding.EUC_KR);
    }

    private static Handover handOver(String name, Provider.Submission submission) {
        return handOver(provider(name), submission);
    }

    private static Handover handOver(HttpProvider provider, Provider.Submission submission) {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() - until < 0) {
            Optional<Provider.Turn> granted = provider.turn();
            if (granted.isPresent()) {
                try (Provider.Turn turn = granted.get()) {
                    return turn.handOver(submission);
                }
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new AssertionError(provider.name() + " gave no turn");
    }

    private static List<JsonNode> shown(Provider.Submission submission) {
        return phones.messages(submission.phone());
    }

    static Stream<String> providers() {
        return PROVIDERS.stream();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aShortTextAndALongOneArriveWhole(String name) {
        for (String text : List.of("[서구청] 민원이 접수되었습니다.\n접수번호 2611-0000-0001 & 100% +±", "가나다 ".repeat(280))) {
            Provider.Submission submission = submission(text);
            assertThat(handOver(name, submission)).isInstanceOf(Handover.Accepted.class);
            assertThat(shown(submission)).singleElement().satisfies(message -> {
                assertThat(message.get("text").asString()).isEqualTo(text);
                assertThat(message.get("from").asString()).isEqualTo("0623607114");
                assertThat(message.get("systemId").asString()).isEqualTo(name);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void whatEucKrLacksAndWhatIsTooLongIsRefusedHere(String name) {
        for (String text : List.of("똠방각하", "가".repeat(1_001))) {
            Provider.Submission submission = submission(text);
            assertThat(handOver(name, submission)).isInstanceOf(Handover.Refused.class);
            assertThat(shown(submission)).isEmpty();
        }
    }

    /** Taken, then answered so that nobody can tell; what is read of a body is each provider's own. */
    static Stream<Arguments> vagueAnswers() {
        return Stream.of("ERROR_500", "PROXY_503", "ERROR_200", "HALF_BODY", "HTML", "REDIRECT", "EMPTY", "DROP")
                .flatMap(fault -> providers().map(name -> Arguments.of(name, fault)));
    }

    @ParameterizedTest
    @MethodSource("vagueAnswers")
    void whatMayHaveBeenTakenIsInDoubtAndNeverBusy(String name, String fault) {
        phones.faults("{\"httpFault\":\"" + fault + "\"}");
        Provider.Submission submission = submission("가");
        assertThat(handOver(name, submission)).isInstanceOf(Handover.Unknown.class);
        assertThat(shown(submission)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void silenceIsInDoubtAndNothingMoreIsGivenUntilTheProviderAnswers(String name) {
        phones.faults("{\"submitDelayMs\":2500}");
        Provider.Submission submission = submission("가");
        long began = System.nanoTime();
        assertThat(handOver(name, submission)).isInstanceOf(Handover.Unknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(2_400));
        assertThat(shown(submission)).hasSize(1);
        // A harmless question is answered at once, so it is trusted again.
        await().until(provider(name)::isReady);
    }

    static Stream<Arguments> notNow() {
        return Stream.concat(
                Stream.of(Arguments.of("solapi", "UNAVAILABLE")),
                providers().map(name -> Arguments.of(name, "TOO_MANY")));
    }

    @ParameterizedTest
    @MethodSource("notNow")
    void beingAskedToWaitIsHonoured(String name, String fault) {
        phones.faults("{\"httpFault\":\"" + fault + "\",\"retryAfterSeconds\":7}");
        Provider.Submission submission = submission("가");
        assertThat(handOver(name, submission)).isInstanceOfSatisfying(Handover.Busy.class, busy -> {
            assertThat(busy.slowDown()).isTrue();
            assertThat(busy.pause()).isEqualTo(Duration.ofSeconds(7));
        });
        assertThat(shown(submission)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1800,1800", "86400,3600"})
    void beingAskedToWaitLongIsHonouredUpToAnHour(int asked, int kept) {
        phones.faults("{\"httpFault\":\"TOO_MANY\",\"retryAfterSeconds\":" + asked + "}");
        assertThat(handOver("solapi", submission("가")))
                .isInstanceOfSatisfying(
                        Handover.Busy.class, busy -> assertThat(busy.pause()).isEqualTo(Duration.ofSeconds(kept)));
    }

    /** Of SENS no document says what it refuses: such a text may go elsewhere, or later. */
    @ParameterizedTest
    @MethodSource("providers")
    void aRefusalOfThisPhoneIsForGood(String name) {
        Provider.Submission submission = submission("가");
        phones.faults("{\"rejectNumbers\":[\"" + submission.phone() + "\"]}");
        assertThat(handOver(name, submission))
                .isInstanceOf(name.equals("sens") ? Handover.Busy.class : Handover.Refused.class);
        assertThat(shown(submission)).isEmpty();
    }

    @Test
    void whereNobodyListensNothingWasAsked() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (AnnotationConfigApplicationContext nobody = adapters("http://127.0.0.1:" + port, Clock.systemUTC())) {
            for (HttpProvider provider :
                    nobody.getBeansOfType(HttpProvider.class).values()) {
                assertThat(handOver(provider, submission("가")))
                        .isInstanceOfSatisfying(
                                Handover.Busy.class,
                                busy -> assertThat(busy.slowDown()).isFalse());
            }
        }
    }

    /** Signed by nobody that is trusted, and expired yesterday: nothing is said to such a one. */
    @Test
    void aCertificateThatCannotBeTrustedMeansThatNothingWasAsked() throws Exception {
        HttpsServer impostor = impostor();
        try (AnnotationConfigApplicationContext deceived =
                adapters("https://127.0.0.1:" + impostor.getAddress().getPort(), Clock.systemUTC())) {
            assertThat(handOver(deceived.getBean("nhnCloudProvider", HttpProvider.class), submission("가")))
                    .isInstanceOfSatisfying(
                            Handover.Busy.class,
                            busy -> assertThat(busy.reason()).contains("certificate"));
        } finally {
            impostor.stop(0);
        }
    }

    private static HttpsServer impostor() throws Exception {
        Path store = directory.resolve("impostor.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-startdate",
                        "-3d",
                        "-validity",
                        "2",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "impostor")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "impostor".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "impostor".toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.start();
        return server;
    }

    @Test
    void anotherSecretInTheFileCountsFromTheNextCallOn() throws IOException {
        Files.writeString(solapiSecret, "another");
        try {
            assertThat(handOver("solapi", submission("가")))
                    .isInstanceOfSatisfying(
                            Handover.Busy.class,
                            busy -> assertThat(busy.slowDown()).isTrue());
        } finally {
            Files.writeString(solapiSecret, "simulator-secret");
        }
        assertThat(handOver("solapi", submission("가"))).isInstanceOf(Handover.Accepted.class);
    }

    @Test
    void aTextOfAnotherSenderIsNotForAProviderThatDoesNotKnowIt() {
        var content = new Content("가", Encoding.EUC_KR, "t");
        assertThat(provider("solapi").takes("0623607114", content)).isTrue();
        assertThat(provider("solapi").takes("0623607115", content)).isFalse();
        assertThat(provider("sens").takes("0623607115", content)).isTrue();
    }

    @Test
    void aClockThatIsOffIsNamed() {
        Clock fast = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(20));
        try (AnnotationConfigApplicationContext skewed = adapters(phones.web(), fast)) {
            for (String signed : List.of("solapiProvider", "sensProvider")) {
                assertThat(handOver(skewed.getBean(signed, HttpProvider.class), submission("가")))
                        .isInstanceOfSatisfying(
                                Handover.Busy.class,
                                busy -> assertThat(busy.reason())
                                        .contains("clock is 20 minutes off")
                                        .contains("NTP"));
            }
            assertThat(handOver(skewed.getBean("aligoProvider", HttpProvider.class), submission("가")))
                    .isInstanceOf(Handover.Accepted.class);
        }
    }

    /** A signature counts, so it is taken; by its list's clock that was four minutes ago. */
    @ParameterizedTest
    @CsvSource({"solapi,solapiProvider", "nhncloud,nhnCloudProvider"})
    void aTextThatWasTakenUnderAClockThatIsOffIsFoundAndOneThatWasNotStaysInDoubt(String name, String bean) {
        for (Duration off : List.of(Duration.ofMinutes(4), Duration.ofMinutes(-4))) {
            Clock wrong = Clock.offset(Clock.systemUTC(), off);
            try (AnnotationConfigApplicationContext skewed = adapters(phones.web(), wrong)) {
                Inquiry inquiry = inquiry(skewed, name);
                phones.faults("{\"httpFault\":\"DROP\",\"receiptDelayMs\":60000}");
                Provider.Submission lost = submission("가");
                Instant sentAt = wrong.instant();
                assertThat(handOver(skewed.getBean(bean, HttpProvider.class), lost))
                        .isInstanceOf(Handover.Unknown.class);
                phones.behave();
                assertThat(ask(inquiry, lost, sentAt)).isInstanceOf(Fate.Took.class);
                assertThat(ask(inquiry, submission("가"), sentAt)).isInstanceOf(Fate.CannotTell.class);
            }
        }
    }

    private static Inquiry inquiry(AnnotationConfigApplicationContext from, String name) {
        return from.getBeansOfType(Inquiry.class).values().stream()
                .filter(one -> one.provider().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Fate ask(Inquiry inquiry, Provider.Submission submission, Instant sentAt) {
        return inquiry.ask(new Inquiry.Question(submission.handOverId(), 1, submission.phone(), sentAt));
    }

    private static Fate ask(String name, Provider.Submission submission) {
        // On a busy machine it may be away for a moment.
        return await().atMost(PATIENT)
                .until(
                        () -> ask(inquiry(context, name), submission, Instant.now()),
                        fate -> !(fate instanceof Fate.Away));
    }

    @ParameterizedTest
    @ValueSource(strings = {"solapi", "nhncloud"})
    void aTextThatWasTakenWithoutAnAnswerIsFoundByOurReference(String name) {
        phones.faults("{\"httpFault\":\"DROP\",\"receiptDelayMs\":60000}");
        Provider.Submission lost = submission("가".repeat(60));
        assertThat(handOver(name, lost)).isInstanceOf(Handover.Unknown.class);
        assertThat(ask(name, lost)).isInstanceOf(Fate.Took.class);
        phones.faults("{\"httpFault\":\"DROP\",\"receiptState\":\"UNDELIV\"}");
        Provider.Submission ended = submission("가");
        assertThat(handOver(name, ended)).isInstanceOf(Handover.Unknown.class);
        assertThat(ask(name, ended))
                .isInstanceOfSatisfying(
                        Fate.Ended.class,
                        fate -> assertThat(fate.receipt().state()).isEqualTo(MessageState.FAILED));
    }

    private static Provider.Submission byKakao(String phone) {
        Alimtalk alimtalk = new Alimtalk(
                "KA01PF1",
                "KA01TP1",
                "received-ko-alimtalk-v1",
                Map.of("receiptNumber", "2611-4821-9375"),
                "똠방각하님의 민원이 접수되었습니다 😀");
        return new Provider.Submission(
                phone + "/received.1/reporter", 1, "0623607114", phone, "[서구청] 접수", Encoding.EUC_KR, null, alimtalk);
    }

    @Test
    void alimtalkArrivesMarkedInTheWordsThatKakaoApproved() {
        Provider.Submission submission = byKakao("01071230000");
        assertThat(handOver("solapi", submission)).isInstanceOf(Handover.Accepted.class);
        assertThat(shown(submission)).singleElement().satisfies(message -> {
            assertThat(message.get("text").asString()).isEqualTo("똠방각하님의 민원이 접수되었습니다 😀");
            assertThat(message.get("alimtalk").asString()).isEqualTo("KA01TP1");
        });
        assertThat(provider("solapi").carriesAlimtalk()).isTrue();
        assertThat(provider("sens").carriesAlimtalk()).isFalse();
    }

    @Test
    void aPhoneWithoutKakaoTalkIsRefusedForCertainAndNothingIsSentInItsPlace() {
        Provider.Submission submission = byKakao("01071230098");
        assertThat(handOver("solapi", submission))
                .isEqualTo(new Handover.Refused(new Reason("3104", Cause.NOT_BY_KAKAO)));
        assertThat(shown(submission)).isEmpty();
    }

    @Test
    void aPhoneThatAlimtalkDoesNotReachIsReportedAndADoubtIsAskedAbout() {
        Provider.Submission later = byKakao("01071230099");
        assertThat(handOver("solapi", later)).isInstanceOf(Handover.Accepted.class);
        assertThat(ask("solapi", later))
                .isInstanceOfSatisfying(
                        Fate.Ended.class,
                        fate -> assertThat(fate.receipt().reason()).isEqualTo(new Reason("3104", Cause.NOT_BY_KAKAO)));
        phones.faults("{\"httpFault\":\"DROP\",\"receiptDelayMs\":60000}");
        Provider.Submission lost = byKakao("01071230001");
        assertThat(handOver("solapi", lost)).isInstanceOf(Handover.Unknown.class);
        assertThat(ask("solapi", lost)).isInstanceOf(Fate.Took.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"solapi", "nhncloud", "sens"})
    void aTextThatWasNeverTakenIsSaidToBe(String name) {
        assertThat(ask(name, submission("가"))).isEqualTo(new Fate.NeverTook());
    }

    @Test
    void whoTakesNoReferenceCannotTellWhoseTextItHas() {
        Provider.Submission taken = submission("가");
        assertThat(handOver("sens", taken)).isInstanceOf(Handover.Accepted.class);
        assertThat(ask("sens", taken)).isInstanceOf(Fate.CannotTell.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sens", "aligo"})
    void whoSendsNoReceiptsIsAskedForResults(String name) {
        ResultSource source = context.getBeansOfType(ResultSource.class).values().stream()
                .filter(one -> one.provider().equals(name))
                .findFirst()
                .orElseThrow();
        phones.faults("{\"receiptDelayMs\":60000}");
        assertThat(source.result(accepted(name))).isInstanceOf(ResultSource.Said.NothingYet.class);
        phones.behave();
        assertThat(ended(source.result(accepted(name)))).isEqualTo(MessageState.DELIVERED);
        phones.faults("{\"receiptState\":\"REJECTD\"}");
        assertThat(ended(source.result(accepted(name)))).isEqualTo(MessageState.FAILED);
    }

    @Test
    void whoIsAwayOrAsksToWaitIsToldFromOneWhoHasNothingToSayYet() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicInteger status = new AtomicInteger();
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "86400");
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        try (AnnotationConfigApplicationContext made = adapters(address, Clock.systemUTC())) {
            ResultSource source = made.getBean("sensResults", ResultSource.class);
            Inquiry inquiry = made.getBean("solapiInquiry", Inquiry.class);
            for (int away : List.of(302, 401, 429, 500, 503)) {
                status.set(away);
                assertThat(source.result("R1"))
                        .isEqualTo(new ResultSource.Said.Away("HTTP " + away, Duration.ofHours(1)));
            }
            assertThat(inquiry.ask(new Inquiry.Question("id", 1, "01012345678", Instant.now())))
                    .isEqualTo(new Fate.Away("HTTP 503", Duration.ofHours(1)));
            status.set(404);
            assertThat(source.result("R1")).isEqualTo(new ResultSource.Said.NothingYet());
            server.stop(0);
            assertThat(source.result("R1")).isInstanceOf(ResultSource.Said.Away.class);
        } finally {
            server.stop(0);
        }
    }

    private static MessageState ended(ResultSource.Said said) {
        return ((ResultSource.Said.Ended) said).receipt().state();
    }

    private static String accepted(String name) {
        return ((Handover.Accepted) handOver(name, submission("가"))).providerMessageId();
    }
}
