package kr.minwon.bench;

/**
 * What to measure.
 *
 * @param rate complaints a second, by the clock: a slow answer does not slow the next request
 * @param seconds length of each round
 * @param warmup seconds before the first round that do not count
 * @param rounds of each side, taken in turn
 * @param floor whether the hand-written floor is measured in the same run
 * @param submitDelayMs how long the provider takes to answer each text
 */
record Options(int rate, int seconds, int warmup, int rounds, boolean floor, int submitDelayMs) {
    static Options parse(String[] arguments) {
        int rate = 50;
        int seconds = 30;
        int warmup = 15;
        int rounds = 3;
        boolean floor = true;
        int submitDelayMs = 0;
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            switch (parts[0]) {
                case "--rate" -> rate = number(parts);
                case "--seconds" -> seconds = number(parts);
                case "--warmup" -> warmup = number(parts);
                case "--rounds" -> rounds = number(parts);
                case "--provider-delay-ms" -> submitDelayMs = number(parts);
                case "--no-floor" -> floor = false;
                default ->
                    throw new IllegalArgumentException("unknown option " + argument
                            + "; known: --rate=N --seconds=N --warmup=N --rounds=N --provider-delay-ms=N --no-floor");
            }
        }
        return new Options(rate, seconds, warmup, rounds, floor, submitDelayMs);
    }

    private static int number(String[] parts) {
        if (parts.length < 2 || !parts[1].matches("\\d{1,6}")) {
            throw new IllegalArgumentException(parts[0] + " needs a number, as in " + parts[0] + "=50");
        }
        return Integer.parseInt(parts[1]);
    }
}
