package kr.minwon.gateway.pages;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kr.minwon.gateway.access.CallerAuthentication;
import kr.minwon.gateway.access.Callers;
import kr.minwon.gateway.accounts.Account;
import kr.minwon.gateway.accounts.Accounts;
import kr.minwon.gateway.limits.ClientAddresses;
import kr.minwon.gateway.limits.LimitSettings;
import kr.minwon.gateway.limits.Limits;
import kr.minwon.gateway.live.LiveChanges;
import kr.minwon.problems.ProblemTexts;
import kr.minwon.problems.Problems;
import kr.minwon.signedcalls.AccessTable;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import kr.minwon.signedcalls.testing.TestCalls;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import tools.jackson.databind.json.JsonMapper;

/** The pages with their templates and words, services that are fakes, and no server. */
public final class PagesAtWork implements AutoCloseable {
    public static final Account OFFICER = Account.create(
            "acc-2", "officer2", "건설과 김담당", Role.OFFICER, "seogu", java.util.Set.of("construction"), "{noop}x");

    private final FakeComplaints complaints = new FakeComplaints();
    private final FakeRouting routing = new FakeRouting();
    private final FakePolicies policies = new FakePolicies();
    private final FakeTemplates templates = new FakeTemplates();
    private final FakeVerification verification = new FakeVerification();
    private final FakeNotification notification = new FakeNotification();
    private final FakeReplies replies = new FakeReplies();
    private final FakeStaffNotices staffNotices = new FakeStaffNotices();
    private final FakeSubscriptions subscriptions = new FakeSubscriptions();
    private final FakeMailings mailings = new FakeMailings();
    private final FakeMessageDesk messageDesk = new FakeMessageDesk();
    private final GenericWebApplicationContext context = new GenericWebApplicationContext();
    private final MockMvcTester browser;

    /** What the scanned pages need from elsewhere. */
    @EnableWebMvc
    static class Web {}

    public PagesAtWork() {
        context.setServletContext(new MockServletContext());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "minwon.office",
                                "seogu",
                                "minwon.keys.caller-private",
                                TestCalls.privateKey().toString())));
        new AnnotatedBeanDefinitionReader(context)
                .register(Web.class, Callers.class, ClientAddresses.class, LiveChanges.class);
        new ClassPathBeanDefinitionScanner(context).scan("kr.minwon.gateway.pages", "kr.minwon.gateway.papers");
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean("complaintApi", FakeComplaints.class, () -> complaints);
        context.registerBean("routingApi", FakeRouting.class, () -> routing);
        context.registerBean("policyApi", FakePolicies.class, () -> policies);
        context.registerBean("templateApi", FakeTemplates.class, () -> templates);
        context.registerBean("notificationApi", FakeNotification.class, () -> notification);
        context.registerBean("replyApi", FakeReplies.class, () -> replies);
        context.registerBean("staffNoticeApi", FakeStaffNotices.class, () -> staffNotices);
        context.registerBean("messageDeskApi", FakeMessageDesk.class, () -> messageDesk);
        context.registerBean("consentApi", FakeConsents.class, FakeConsents::new);
        context.registerBean("subscriptionApi", FakeSubscriptions.class, () -> subscriptions);
        context.registerBean("mailingApi", FakeMailings.class, () -> mailings);
        context.registerBean("verificationApi", FakeVerification.class, () -> verification);
        context.registerBean(Accounts.class, PagesAtWork::accounts);
        context.registerBean(AccessTable.class, AccessTable::load);
        context.registerBean(
                Problems.class,
                () -> new Problems(
                        new ProblemTexts(List.of(ProblemTexts.bundle("problems/gateway"))),
                        JsonMapper.builder().build()));
        context.registerBean(
                Limits.class,
                () -> new Limits(
                        new LimitSettings(3, 3, 3, 50, 3, 60, 80, 240, 300, 100, 262_144, 57_671_680),
                        context.getBean(ClientAddresses.class),
                        context.getBean(MeterRegistry.class),
                        TimeMeter.SYSTEM_NANOTIME));
        context.registerBean(SpringTemplateEngine.class, this::engine);
        context.registerBean(ThymeleafViewResolver.class, this::views);
        context.refresh();
        browser = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(context)
                .addFilters(new PageLanguage())
                .build());
    }

    private SpringTemplateEngine engine() {
        SpringResourceTemplateResolver templates = new SpringResourceTemplateResolver();
        templates.setApplicationContext(context);
        templates.setPrefix("classpath:/templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setEnableSpringELCompiler(false);
        engine.setTemplateEngineMessageSource(context.getBean(org.springframework.context.MessageSource.class));
        return engine;
    }

    private ThymeleafViewResolver views() {
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setApplicationContext(context);
        views.setTemplateEngine(context.getBean(SpringTemplateEngine.class));
        views.setCharacterEncoding("UTF-8");
        return views;
    }

    /** Accounts of which only one officer's is ever asked for. */
    private static Accounts accounts() {
        return (Accounts) Proxy.newProxyInstance(
                PagesAtWork.class.getClassLoader(),
                new Class<?>[] {Accounts.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "ofDepartment" -> List.of(OFFICER);
                    case "byId" ->
                        Optional.of(OFFICER).filter(known -> known.id().equals(arguments[0]));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    public MockMvcTester browser() {
        return browser;
    }

    public FakeComplaints complaints() {
        return complaints;
    }

    public FakePolicies policies() {
        return policies;
    }

    public FakeTemplates templates() {
        return templates;
    }

    public FakeRouting routing() {
        return routing;
    }

    public FakeVerification verification() {
        return verification;
    }

    public FakeReplies replies() {
        return replies;
    }

    public FakeStaffNotices staffNotices() {
        return staffNotices;
    }

    public FakeSubscriptions subscriptions() {
        return subscriptions;
    }

    public FakeMailings mailings() {
        return mailings;
    }

    public FakeNotification notification() {
        return notification;
    }

    public FakeMessageDesk messageDesk() {
        return messageDesk;
    }

    /** Signs somebody in on this thread. */
    public void signIn(Role role, String... departments) {
        Caller caller =
                new Caller("acc-1", "건설과 담당", role, "seogu", java.util.Set.of(departments), "session:" + Locale.ROOT);
        SecurityContextHolder.getContext().setAuthentication(new CallerAuthentication(caller));
    }

    @Override
    public void close() {
        SecurityContextHolder.clearContext();
        context.close();
    }
}
