"""Latencies summed up by HdrHistogram: three significant digits at any size, so that the slowest thousandth is exact."""
PERCENTILES = (50, 95, 99, 99.9)
LONGEST = 3_600_000_000_000


class Latencies:
    """Takes nanoseconds, gives microseconds."""

    def __init__(self, nanoseconds=()):
        try:
            from hdrh.histogram import HdrHistogram
        except ImportError:
            raise RuntimeError("Python's hdrhistogram is missing: run benchmarks/setup") from None
        self.histogram = HdrHistogram(1, LONGEST, 3)
        # The histogram's own mean is of its buckets; the exact one costs nothing.
        self.sum = self.count = self.longest = 0
        for time in nanoseconds:
            self.record(time)

    def record(self, nanoseconds):
        self.histogram.record_value(max(1, min(int(nanoseconds), LONGEST)))
        self.sum += nanoseconds
        self.count += 1
        self.longest = max(self.longest, nanoseconds)

    def summary(self):
        """mean, p50, p95, p99, p99.9 and max in microseconds; nothing where nothing was recorded."""
        if not self.count:
            return {}
        cells = {"mean": self.sum / self.count}
        for percent in PERCENTILES:
            # A bucket's upper end may lie above the longest time.
            cells[f"p{percent}"] = min(self.histogram.get_value_at_percentile(percent), self.longest)
        cells["max"] = self.longest
        return {name: round(value / 1000, 2) for name, value in cells.items()}
