package kr.minwon.gateway.papers;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Makes PDFs of papers. The font (Nanum Gothic, OFL) is embedded with the letters that are used, nothing is loaded from
 * anywhere but the style sheet, and one is made at a time: a long register takes memory.
 */
@Component
public class PaperPrinter {
    /** The template of the page and of the PDF. */
    public static final String TEMPLATE = "gateway/paper";

    static final ProblemType BUSY = new ProblemType("papers-busy", 503);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String FAMILY = "Nanum Gothic";
    private static final String STYLES = "/static/gateway/css/paper.css";
    /** A4. */
    private static final float SHORT = 210;

    private static final float LONG = 297;
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final ITemplateEngine templates;
    private final byte[] regular;
    private final byte[] bold;
    private final Letters letters;
    private final Semaphore one = new Semaphore(1, true);

    PaperPrinter(ITemplateEngine templates) {
        XRLog.setLoggingEnabled(false);
        this.templates = templates;
        this.regular = font("regular");
        this.bold = font("bold");
        this.letters = Letters.of(regular);
    }

    /**
     * The PDF of a paper.
     *
     * @throws ProblemException when others are being made for too long
     */
    public byte[] pdf(Paper paper, Locale locale) {
        try {
            if (!one.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(BUSY).retryAfter(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(BUSY).retryAfter(PATIENCE);
        }
        try {
            return print(paper, locale);
        } catch (IOException e) {
            throw new UncheckedIOException("a paper cannot be printed", e);
        } finally {
            one.release();
        }
    }

    private byte[] print(Paper paper, Locale locale) throws IOException {
        Context context = new Context(locale);
        context.setVariable("paper", paper);
        context.setVariable("styles", "paper.css");
        context.setVariable("onScreen", false);
        URL styles = Objects.requireNonNull(PaperPrinter.class.getResource(STYLES), STYLES);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new PdfRendererBuilder()
                .useDefaultPageSize(paper.wide() ? LONG : SHORT, paper.wide() ? SHORT : LONG, PageSizeUnits.MM)
                .useExternalResourceAccessControl(
                        (uri, type) -> uri.equals(styles.toString()),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> uri.equals(styles.toString()),
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .useFont(stream(regular), FAMILY, REGULAR, FontStyle.NORMAL, true)
                .useFont(stream(bold), FAMILY, BOLD, FontStyle.NORMAL, true)
                .withHtmlContent(letters.known(templates.process(TEMPLATE, context)), styles.toString())
                .withProducer("Minwon")
                .toStream(pdf)
                .run();
        return pdf.toByteArray();
    }

    private static FSSupplier<InputStream> stream(byte[] font) {
        return () -> new ByteArrayInputStream(font);
    }

    private static byte[] font(String weight) {
        String path = "/gateway/fonts/nanum-gothic-" + weight + ".ttf";
        try (InputStream font = PaperPrinter.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(font, path).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
