package kr.minwon.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import kr.minwon.addresses.Addresses;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts one service on the class path of this process and writes down the names of its beans. */
final class BeanNames {
    private BeanNames() {}

    /** Takes the application's class and the file to write. */
    public static void main(String[] arguments) throws Exception {
        Object context = Class.forName(arguments[0])
                .getMethod("start", Addresses.class, String[].class)
                .invoke(null, Addresses.fromEnvironment(), new String[0]);
        try (ConfigurableApplicationContext started = (ConfigurableApplicationContext) context) {
            String[] names = started.getBeanDefinitionNames();
            Arrays.sort(names);
            Files.write(Path.of(arguments[1]), Arrays.asList(names));
        }
        System.exit(0);
    }
}
